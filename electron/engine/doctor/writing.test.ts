import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IncidentId } from '#shared/base/ids.ts';
import { type Desktop, startDesktop, temporaryProfile } from '../testing/desktop.ts';
import { openPage, textOn } from '../testing/post-mortem-page.ts';
import { examine } from './doctor.ts';

let temporary: ReturnType<typeof temporaryProfile>;
let ana: Desktop;
let incident: IncidentId;
let text: string;
beforeEach(async () => {
  temporary = temporaryProfile();
  ana = await startDesktop({ profile: temporary.profile });
  incident = await ana.declare('Slow');
  await ana.command('post-mortem.start', { incident });
  const page = await openPage(ana, incident);
  await page.write('First words');
  text = page.text();
  await ana.stop();
});
afterEach(() => temporary.remove());

const DAMAGED = Buffer.from([1, 1, 255, 255, 255, 3]);

/** A piece that waits, as a crash would leave it, and that the disk has damaged since. */
function leaveDamaged(seq: number): void {
  const sqlite = new Sqlite(join(temporary.profile, 'quarterdeck.db'));
  const sql = 'INSERT INTO post_mortem_writing (seq, incident, bytes) VALUES (?, ?, ?)';
  sqlite.prepare(sql).run(seq, incident, DAMAGED);
  sqlite.close();
}

async function examined() {
  const report = await examine(temporary.profile, ana.clock.now(), () => 0.5);
  if (!report.ok) throw new Error(report.error.message);
  return report.value.findings.find(({ part }) => part === 'post-mortems');
}

test('a piece that the journal has comes back from it', async () => {
  leaveDamaged(1);
  expect(await examined()).toMatchObject({
    ...{ state: 'repaired', message: '1 piece of post-mortems came back from the journal.' },
  });
  expect(await examined()).toMatchObject({ state: 'sound' });
});

test('one that nothing has any more is kept in a file, and is in nobody’s way', async () => {
  leaveDamaged(77);
  // Meanwhile it keeps nothing from leaving, and is not thrown away.
  ana = await startDesktop({ profile: temporary.profile, clock: ana.clock });
  const page = await openPage(ana, incident);
  await page.write('Later words');
  await ana.clock.advance(120_000);
  await ana.stop();
  const found = await examined();
  const file = join(temporary.profile, 'post-mortem-77.damaged');
  expect(found).toMatchObject({ state: 'lost', message: expect.stringContaining(file) });
  expect(readFileSync(file)).toEqual(DAMAGED);
  expect(await examined()).toMatchObject({
    ...{ state: 'sound', message: 'Nothing that was written in post-mortems waits.' },
  });
  ana = await startDesktop({ profile: temporary.profile, clock: ana.clock });
  expect(await textOn(ana, incident)).toBe(page.text());
  expect(page.text()).toContain('Later words');
  expect(page.text().startsWith(text.slice(0, 100))).toBe(true);
  await ana.stop();
});
