import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { examine } from './doctor/doctor.ts';
import { openDatabase } from './store/database.ts';
import { createClock } from './testing/clock.ts';
import { startDesktop, temporaryProfile } from './testing/desktop.ts';
import { tell } from './testing/golden.ts';

let profile: string;
let remove: () => void;
beforeEach(() => {
  ({ profile, remove } = temporaryProfile());
});
afterEach(() => remove());

const path = () => join(profile, 'quarterdeck.db');

/**
 * Every file of the profile that has something in it, with a hash; but for the lock that each process
 * takes, and SQLite's index of the WAL, which each reader makes anew.
 */
const contents = () =>
  Object.fromEntries(
    readdirSync(profile, { recursive: true, encoding: 'utf8' })
      .filter((name) => !/in-use\.lock$|-shm$/.test(name))
      .filter((name) => statSync(join(profile, name)).isFile())
      .map((name) => [name, readFileSync(join(profile, name))] as const)
      .filter(([, bytes]) => bytes.length > 0)
      .map(([name, bytes]) => [name, hash('sha256', bytes)]),
  );

async function profileOfNewer(
  sql = '',
): Promise<{ incident: IncidentId; told: readonly string[] }> {
  const ana = await startDesktop({ profile });
  const incident = await ana.declare('Slow');
  await ana.command('note.add', { incident, entry: ana.id(), text: 'seen' });
  const told = await tell(ana);
  await ana.stop();
  const sqlite = new Sqlite(path());
  sqlite.exec(`CREATE TABLE novelty (a TEXT) STRICT; ${sql}; PRAGMA user_version = 9999;`);
  sqlite.close();
  return { incident, told };
}

describe('data that a newer Quarterdeck wrote', () => {
  test('can be read, says so, and is not changed by a byte', async () => {
    const { incident, told } = await profileOfNewer();
    const before = contents();
    const clock = createClock();
    const ana = await startDesktop({ profile, clock });
    expect((await ana.query('desk', {})).notice).toEqual({
      message: 'A newer Quarterdeck wrote this data: it can be read here, and not changed.',
      hint: 'Install the newer version to go on. Nothing in the data folder is touched.',
    });
    expect(await tell(ana)).toEqual(told);
    expect(await ana.query('sync', {})).toMatchObject({ state: 'refused' });
    expect((await ana.query('settings', {})).me.name).toBe('ana');
    for (const [name, input] of [
      ['note.add', { incident, entry: ana.id(), text: 'lost?' }],
      ['incident.declare', { incident: ana.id(), name: 'another' }],
      ['slack.connect', { token: 'xoxp-ana' }],
      ['me.rename', { name: 'Eve' }],
    ] as const) {
      expect((await ana.refusal('command', name, input)).code).toBe('newer_profile');
    }
    await clock.advance(9 * HOUR);
    await ana.stop();
    expect(contents()).toEqual(before);
  });

  test('is read as it stands also after a crash of the newer version', async () => {
    const { told } = await profileOfNewer();
    const crashed = new Sqlite(path());
    crashed.exec(`UPDATE incident SET name = 'Slower'`);
    const ana = await startDesktop({ profile });
    expect(await tell(ana)).toEqual(told.map((line) => line.replace('"Slow"', '"Slower"')));
    await ana.stop();
    crashed.close();
  });

  test('of which a table is no longer understood answers with the same words', async () => {
    const { incident } = await profileOfNewer('ALTER TABLE timeline RENAME TO history');
    const ana = await startDesktop({ profile });
    const refusal = await ana.refusal('query', 'timeline', { incident, limit: 10 });
    expect(refusal.code).toBe('newer_profile');
    await ana.stop();
  });

  test('is not examined by an older doctor', async () => {
    await profileOfNewer();
    const before = contents();
    const report = await examine(profile, 0, () => 0.5);
    expect(report).toMatchObject({ ok: false, error: { code: 'newer_profile' } });
    expect(contents()).toEqual(before);
  });
});

describe('a folder that cannot be used is refused in words, at once', () => {
  test('because nothing can be made there', () => {
    const opened = openDatabase('/proc/quarterdeck/profile');
    expect(opened).toMatchObject({ ok: false, error: { code: 'storage_failed' } });
  });

  test('because it is open already, under another name', async () => {
    const ana = await startDesktop({ profile });
    const alias = `${profile}-alias`;
    symlinkSync(profile, alias);
    const opened = openDatabase(alias);
    expect(opened).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('already open') },
    });
    await ana.stop();
  });

  test('because it cannot be written', () => {
    // To root every folder can be written; but no file, where a folder has its name.
    mkdirSync(join(profile, 'in-use.lock'));
    const opened = openDatabase(profile);
    expect(opened).toMatchObject({
      ok: false,
      error: { code: 'storage_failed', hint: expect.stringContaining('make this one writable') },
    });
  });
});
