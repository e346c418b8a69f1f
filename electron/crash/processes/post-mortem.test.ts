import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startDesktop, temporaryProfile } from '../../engine/testing/desktop.ts';
import { textOn } from '../../engine/testing/post-mortem-page.ts';
import { seededRandom } from '../../engine/testing/random.ts';
import { amount, LONG, OPTIONS } from './options.ts';

const KILLS = amount({ few: 3, some: 6, all: 60 });
const WRITER = join(import.meta.dirname, '../writer.ts');

/** Lets somebody write, kills them within a second of their first word, and tells what was answered. */
async function writeAndDie(profile: string, incident: string, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [WRITER, profile, incident]);
  let said = '';
  let failed = '';
  child.stderr.on('data', (text) => {
    failed += String(text);
  });
  child.stdout.on('data', (text) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), after);
    said += String(text);
  });
  await new Promise((resolve) => child.on('close', resolve));
  expect(failed).toBe('');
  // A word whose line was torn was answered to nobody.
  return said.split('\n').slice(0, -1);
}

test(
  `${KILLS} kills in the middle of writing lose no word that was answered, nor does a lost database`,
  async () => {
    const { profile, remove } = temporaryProfile();
    onTestFinished(remove);
    const random = seededRandom(OPTIONS.seed);
    const first = await startDesktop({ profile });
    const incident = await first.declare('Slow');
    await first.command('post-mortem.start', { incident });
    await first.stop();
    const answered: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      answered.push(...(await writeAndDie(profile, incident, random() * 900)));
      if (kill % 3 === 2) {
        for (const end of ['', '-wal', '-shm']) {
          rmSync(join(profile, `quarterdeck.db${end}`), { force: true });
        }
        rmSync(join(profile, 'backups'), { recursive: true, force: true });
      }
      const desk = await startDesktop({ profile, seed: 50 + kill });
      const text = await textOn(desk, incident);
      const lost = answered.filter((word) => text.split(`>${word}<`).length !== 2);
      expect(lost).toEqual([]);
      await desk.stop();
    }
    expect(answered.length).toBeGreaterThan(KILLS);
    process.stdout.write(`${KILLS} kills while writing: ${answered.length} words, 0 lost\n`);
  },
  LONG,
);
