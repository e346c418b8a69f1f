import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDesktop, temporaryProfile } from '../testing/desktop.ts';
import { dumpSql, loadSql } from '../testing/dump-sql.ts';
import { makeGolden, tell } from '../testing/golden.ts';
import { MIGRATIONS, migrate } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';

const GOLDEN = join(import.meta.dirname, 'migrations', 'golden');
const nameOf = (version: number) => String(version).padStart(4, '0');
const goldenText = (file: string) => readFileSync(join(GOLDEN, file), 'utf8');

/** Versions that a file out there may have. */
const versions = MIGRATIONS.map((migration) => migration.version);

let profile: string;
let remove: () => void;
beforeEach(() => {
  ({ profile, remove } = temporaryProfile());
});
afterEach(() => remove());

const path = () => join(profile, 'quarterdeck.db');

/** A file as a Quarterdeck of that version left it; version 0 is a file without anything in it. */
function fileOf(version: number): Sqlite.Database {
  const sqlite = new Sqlite(path());
  sqlite.pragma('journal_mode = WAL');
  if (version > 0) loadSql(sqlite, goldenText(`${nameOf(version)}.sql`));
  return sqlite;
}

test.each(versions)('schema version %i has its golden database', (version) => {
  expect(
    existsSync(join(GOLDEN, `${nameOf(version)}.sql`)),
    `Run \`npm run golden\` and commit what it writes with migration ${nameOf(version)}: ` +
      'later migrations are tested from it.',
  ).toBe(true);
});

test('a golden database is of the newest version, and is made again from its text', async () => {
  const { sql, version } = await makeGolden();
  expect(version).toBe(versions.at(-1));
  const again = new Sqlite(':memory:');
  loadSql(again, sql);
  expect(dumpSql(again)).toBe(sql);
  again.close();
});

const golden = readdirSync(GOLDEN)
  .filter((file) => file.endsWith('.sql'))
  .map((file) => Number.parseInt(file, 10));

describe.each(golden)('a file of schema version %i', (version) => {
  test('is brought up to date and says what it said, with the log and the queue as they were', async () => {
    const sqlite = fileOf(version);
    const count = (table: string) =>
      sqlite.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
    const before = { ops: count('op'), waiting: count('outbox'), messages: count('slack_message') };
    sqlite.close();
    const desktop = await startDesktop({ profile });
    const told = await tell(desktop);
    await desktop.stop();
    const after = new Sqlite(path());
    const left = (table: string) =>
      after.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get();
    expect({ ops: left('op'), waiting: left('outbox'), messages: left('slack_message') }).toEqual(
      before,
    );
    expect(after.pragma('user_version', { simple: true })).toBe(versions.at(-1));
    after.close();
    const said = goldenText(`${nameOf(version)}.told.txt`)
      .trimEnd()
      .split('\n');
    expect(told).toEqual(expect.arrayContaining(said));
  });
});

/** Steps to come that read and write much, to be broken off anywhere. */
const LATER: readonly Migration[] = [1, 2].map((n) => ({
  version: MIGRATIONS.length + n,
  sql: `
    CREATE TABLE later_${n} (op TEXT PRIMARY KEY, fields TEXT NOT NULL, pad BLOB NOT NULL) STRICT;
    INSERT INTO later_${n} SELECT id, fields, zeroblob(3000) FROM op;
    UPDATE op SET extra = '{"step":${n}}';
    DROP TABLE IF EXISTS later_${n - 1};
  `,
}));

describe('a migration that is broken off', () => {
  /** Takes steps with ever more pages of room, until they fit. Tells which versions were left. */
  function breakOff(version: number, steps: readonly Migration[]): ReadonlySet<number> {
    const expected = new Map<number, string>();
    for (let to = version; to <= steps.length; to++) {
      const whole = new Sqlite(':memory:');
      if (version > 0) loadSql(whole, goldenText(`${nameOf(version)}.sql`));
      migrate(whole, steps.slice(0, to));
      expected.set(to, dumpSql(whole));
      whole.close();
    }
    const before = fileOf(version);
    const pages = Number(before.pragma('page_count', { simple: true }));
    before.close();
    const image = readFileSync(path());
    const seen = new Set<number>();
    for (let room = 0; !seen.has(steps.length); room++) {
      writeFileSync(path(), image);
      const sqlite = new Sqlite(path());
      sqlite.pragma(`max_page_count = ${pages + room}`);
      try {
        migrate(sqlite, steps);
      } catch (cause) {
        expect(cause).toMatchObject({ code: 'SQLITE_FULL' });
      }
      sqlite.close();
      const left = new Sqlite(path());
      const reached = Number(left.pragma('user_version', { simple: true }));
      expect(left.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(dumpSql(left)).toBe(expected.get(reached));
      left.close();
      seen.add(reached);
    }
    return seen;
  }

  // Each step is broken off from the file before it; all in a row from the oldest files there are, and
  // the steps to come from the newest.
  test.each(golden.filter((version) => version < MIGRATIONS.length))(
    'from version %i, by a full disk at every page of the next step, leaves one or the other version',
    (version) => {
      expect(breakOff(version, MIGRATIONS.slice(0, version + 1))).toContain(version + 1);
    },
  );

  test.each([0, Math.min(...golden), Math.max(...golden)])(
    'from version %i to the newest, by a full disk at every page, leaves the last version that was whole',
    (version) => {
      // A step that needs no page more than there is cannot fail so; the later ones do.
      expect(breakOff(version, [...MIGRATIONS, ...LATER]).size).toBeGreaterThan(1);
    },
  );

  test.each([0, ...golden])(
    'from version %i, by a process that ends inside a step, leaves the version before',
    (version) => {
      const sqlite = fileOf(version);
      const before = dumpSql(sqlite);
      // What a kill leaves is what the files hold at that moment: they are copied in mid-step.
      const copy = join(profile, 'killed.db');
      sqlite.function('kill', () => {
        for (const end of ['', '-wal']) copyFileSync(path() + end, copy + end);
        return 1;
      });
      const [first] = [...MIGRATIONS, ...LATER].slice(version);
      if (first === undefined) throw new Error('there is no step to take');
      const killed = { ...first, sql: `${first.sql}; SELECT kill();` };
      sqlite.pragma('cache_size = 2');
      migrate(sqlite, [...MIGRATIONS.slice(0, version), killed]);
      sqlite.close();
      const left = new Sqlite(copy);
      expect(left.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(dumpSql(left)).toBe(before);
      left.close();
    },
  );
});
