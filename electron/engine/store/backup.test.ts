import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR } from '#shared/base/duration.ts';
import { temporaryProfile } from '../testing/desktop.ts';
import {
  type Backup,
  backUpBeforeMigration,
  listBackups,
  newestGoodBackup,
  outdated,
  releaseMigrationBackups,
  rotateBackups,
  takeBackup,
} from './backup.ts';
import { closeDatabase, type Db, inTransaction, openDatabase, run } from './database.ts';
import { MIGRATIONS } from './migrate.ts';

const NOW = Date.UTC(2026, 10, 21, 2);

let profile: string;
let remove: () => void;
let db: Db;
beforeEach(() => {
  ({ profile, remove } = temporaryProfile());
  const opened = openDatabase(profile);
  if (!opened.ok) throw new Error(opened.error.message);
  db = opened.value;
});
afterEach(() => {
  closeDatabase(db);
  remove();
});

const goOn = () => false;
const newest = () => newestGoodBackup(profile, MIGRATIONS.length);

function write(from: number, to: number): void {
  inTransaction(db, () => {
    for (let n = from; n < to; n++) {
      run(db, 'INSERT INTO setting (key, value) VALUES (?, ?)', `k${n}`, `"${'x'.repeat(500)}"`);
    }
  });
}

function rowsIn(file: string): number {
  const sqlite = new Sqlite(file, { readonly: true });
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  const n = sqlite.prepare<[], number>(`SELECT count(*) FROM setting WHERE key LIKE 'k%'`);
  const count = n.pluck().get() ?? 0;
  sqlite.close();
  return count;
}

describe('a backup', () => {
  test('taken while the engine writes at full speed is whole and has all that was there before', async () => {
    write(0, 20_000);
    let written = 20_000;
    let steps = 0;
    const backup = await takeBackup(db, NOW, () => {
      steps += 1;
      write(written, written + 50);
      written += 50;
      return false;
    });
    if (backup === null) throw new Error('there is no backup');
    expect(steps).toBeGreaterThan(10);
    expect(rowsIn(backup.file)).toBeGreaterThanOrEqual(20_000);
    expect(rowsIn(join(profile, 'quarterdeck.db'))).toBe(written);
  });

  test('is for its owner alone, as the database is, and stands in one file', async () => {
    write(0, 10);
    const backup = await takeBackup(db, NOW, goOn);
    if (backup === null) throw new Error('there is no backup');
    expect(backup.takenAt).toBe(NOW);
    expect(readdirSync(join(profile, 'backups'))).toHaveLength(1);
    const modes = [backup.file, join(profile, 'quarterdeck.db')].map((file) => statSync(file).mode);
    expect(modes.map((mode) => mode & 0o777)).toEqual([0o600, 0o600]);
  });

  test('that is given up leaves nothing', async () => {
    write(0, 20_000);
    let steps = 0;
    expect(await takeBackup(db, NOW, () => ++steps > 3)).toBeNull();
    expect(readdirSync(join(profile, 'backups'))).toEqual([]);
  });

  test('of a damaged database is refused', async () => {
    write(0, 2_000);
    closeDatabase(db);
    const file = join(profile, 'quarterdeck.db');
    const bytes = readFileSync(file);
    // The middle of the file: pages of the table's tree.
    bytes.fill(0xa5, 40 * 4096, 44 * 4096);
    writeFileSync(file, bytes);
    const opened = openDatabase(profile);
    if (!opened.ok) throw new Error(opened.error.message);
    db = opened.value;
    await expect(takeBackup(db, NOW, goOn)).rejects.toThrow();
    expect(listBackups(profile)).toEqual([]);
    expect(readdirSync(join(profile, 'backups'))).toEqual([]);
  });

  test('that was damaged since is passed over for an older one', async () => {
    write(0, 10);
    const older = await takeBackup(db, NOW, goOn);
    write(10, 20);
    const newer = await takeBackup(db, NOW + HOUR, goOn);
    expect(newest()?.file).toBe(newer?.file);
    for (const damage of [Buffer.alloc(0), Buffer.from('rubbish'.repeat(1_000))]) {
      writeFileSync(newer?.file ?? '', damage);
      expect(newest()?.file).toBe(older?.file);
    }
  });

  test('from a newer version is not put back by an older one', async () => {
    const backup = await takeBackup(db, NOW, goOn);
    expect(newestGoodBackup(profile, MIGRATIONS.length - 1)).toBeNull();
    expect(newest()?.file).toBe(backup?.file);
  });

  test('taken after the clock was set back is still the newest', async () => {
    await takeBackup(db, NOW, goOn);
    const later = await takeBackup(db, NOW - 30 * DAY, goOn);
    expect(newest()?.file).toBe(later?.file);
  });
});

describe('rotation', () => {
  const backups = fc
    .array(
      fc.record({
        hours: fc.integer({ min: 0, max: 400 }),
        bytes: fc.integer({ min: 1, max: 600_000_000 }),
        isBefore: fc.boolean(),
      }),
      { maxLength: 40 },
    )
    .map((made) =>
      made.map(
        ({ hours, bytes, isBefore }, i): Backup => ({
          file: `${i}`,
          number: made.length - i,
          takenAt: NOW + hours * HOUR,
          before: isBefore ? 3 : null,
          bytes,
        }),
      ),
    );

  test('never drops the newest nor one from before a migration, and keeps few, of bounded size', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const dropped = new Set(outdated(all));
        const kept = all.filter((backup) => !dropped.has(backup));
        expect(kept.filter((backup) => backup.before !== null)).toEqual(
          all.filter((backup) => backup.before !== null),
        );
        const rolling = kept.filter((backup) => backup.before === null);
        const [first, ...older] = rolling;
        expect(first).toBe(all.find((backup) => backup.before === null));
        expect(rolling.length).toBeLessThanOrEqual(9);
        expect(older.reduce((sum, backup) => sum + backup.bytes, 0)).toBeLessThanOrEqual(1e9);
      }),
    );
  });

  test('keeps the newest three and one of each of the last seven days', async () => {
    for (let hour = 0; hour < 240; hour += 4) {
      await takeBackup(db, NOW + hour * HOUR, goOn);
      rotateBackups(profile);
    }
    const taken = listBackups(profile).map((backup) => (backup.takenAt - NOW) / HOUR);
    expect(taken).toEqual([236, 232, 228, 212, 188, 164, 140, 116, 92]);
  });
});

describe('a backup from before a migration', () => {
  const before = 9;
  const path = () => join(profile, 'quarterdeck.db');

  test('outlives start after start that fails, and is one among others after a good one', async () => {
    write(0, 5);
    closeDatabase(db);
    for (let start = 0; start < 5; start++) {
      backUpBeforeMigration(profile, path(), before);
      rotateBackups(profile);
    }
    const [kept, ...more] = listBackups(profile);
    expect(more).toEqual([]);
    expect(kept?.before).toBe(before);
    expect(rowsIn(kept?.file ?? '')).toBe(5);
    const opened = openDatabase(profile);
    if (!opened.ok) throw new Error(opened.error.message);
    db = opened.value;
    releaseMigrationBackups(profile);
    expect(existsSync(kept?.file ?? '')).toBe(false);
    expect(listBackups(profile).map((backup) => backup.before)).toEqual([null]);
  });
});
