import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DATABASE, JOURNAL, takeAway } from './patient.ts';

/** Something that happens to a folder while nobody has it open. */
export type Damage = {
  readonly what: string;
  /** How the desk had left it. */
  readonly leaving: 'quit' | 'cut off';
  readonly happen: (profile: string) => void;
  /**
   * How it ends. `mended`: everything is there again by itself, at this start or the next one. `by doctor`:
   * nobody notices before the doctor looks, who then mends it. `told`: Quarterdeck says that it cannot
   * use the folder so, and leaves what is in it. `part lost`: what stood in no sound record is gone.
   */
  readonly ends: 'mended' | 'by doctor' | 'told' | 'part lost';
};

const PAGE = 4_096;
const db = (profile: string) => join(profile, DATABASE);
const wal = (profile: string) => join(profile, `${DATABASE}-wal`);
const journal = (profile: string) => join(profile, JOURNAL);

/** Changes a file's bytes. */
function edit(path: string, change: (bytes: Buffer) => Buffer | undefined): void {
  const bytes = readFileSync(path);
  writeFileSync(path, change(bytes) ?? bytes);
}

/** Changes the file through SQLite, as a tool for databases would. */
function withSqlite(path: string, change: (sqlite: Sqlite.Database) => void): void {
  const sqlite = new Sqlite(path);
  sqlite.unsafeMode(true);
  change(sqlite);
  sqlite.close();
}

type Ends = Damage['ends'];
const quit = (what: string, happen: Damage['happen'], ends: Ends = 'mended'): Damage => {
  return { what, leaving: 'quit', happen, ends };
};
const cutOff = (what: string, happen: Damage['happen'], ends: Ends = 'mended'): Damage => {
  return { what, leaving: 'cut off', happen, ends };
};

const HEADER: readonly Damage[] = [
  quit('the magic of the header is gone', (at) => edit(db(at), (b) => b.fill(0, 0, 16))),
  quit('the page size in the header is wrong', (at) =>
    edit(db(at), (b) => {
      b.writeUInt16BE(512, 16);
      return b;
    }),
  ),
  quit('the page size in the header is none', (at) =>
    edit(db(at), (b) => {
      b.writeUInt16BE(3, 16);
      return b;
    }),
  ),
  quit('the header says that there are fewer pages', (at) =>
    edit(db(at), (b) => {
      b.writeUInt32BE(3, 28);
      return b;
    }),
  ),
  quit(
    'the list of free pages leads nowhere',
    (at) =>
      edit(db(at), (b) => {
        b.writeUInt32BE(99_999, 32);
        b.writeUInt32BE(7, 36);
        return b;
      }),
    'by doctor',
  ),
  quit('the schema is torn', (at) => edit(db(at), (b) => b.fill(0x5a, 100, PAGE))),
];

/** The page on which a table or an index begins, counted from 0: the same one however many there are. */
function rootOf(path: string, name: string): number {
  let root = 0;
  withSqlite(path, (sqlite) => {
    const find = sqlite.prepare<string[], number>(
      'SELECT rootpage FROM sqlite_schema WHERE name = ?',
    );
    root = find.pluck().get(name) ?? 0;
  });
  if (root === 0) throw new Error(`There is no ${name}.`);
  return root - 1;
}

/** Overwrites the first page of a table or an index. */
function clearPage(path: string, name: string): void {
  const page = rootOf(path, name);
  edit(path, (b) => b.fill(0, page * PAGE, (page + 1) * PAGE));
}

/** Puts the first pages of two tables in each other's place. */
function swapPages(path: string, name: string, other: string): void {
  const [i, j] = [rootOf(path, name), rootOf(path, other)];
  edit(path, (b) => {
    const one = Buffer.from(b.subarray(i * PAGE, (i + 1) * PAGE));
    b.copy(b, i * PAGE, j * PAGE, (j + 1) * PAGE);
    one.copy(b, j * PAGE);
    return b;
  });
}

const PAGES: readonly Damage[] = [
  quit('a page of the timeline is zeroes', (at) => clearPage(db(at), 'timeline'), 'by doctor'),
  quit(
    'a page of the log’s own index is zeroes',
    (at) => clearPage(db(at), 'sqlite_autoindex_op_1'),
    'by doctor',
  ),
  quit('a page of the log’s index by entity is zeroes', (at) => clearPage(db(at), 'op_by_entity')),
  quit('two pages are swapped', (at) => swapPages(db(at), 'entity', 'timeline'), 'by doctor'),
  ...[0.1, 0.5, 0.9].map(
    (share) =>
      quit(`it is cut off after ${share * 100} of 100`, (at) =>
        truncateSync(db(at), Math.floor(readFileSync(db(at)).length * share)),
      ),
    'by doctor',
  ),
  quit('its last page is half', (at) =>
    truncateSync(db(at), readFileSync(db(at)).length - PAGE / 2),
  ),
];

const CONTENT: readonly Damage[] = [
  quit(
    'letters of a note changed, in the log and wherever else it stands',
    (at) =>
      edit(db(at), (b) => replaceAll(b, 'Checkout is slow, note 3', 'Checkout is fast, note 3')),
    'mended',
  ),
  quit(
    'letters of a note that Slack does not have changed',
    (at) => edit(db(at), (b) => replaceAll(b, 'Alone, note 3', 'A!one, note 3')),
    'by doctor',
  ),
  quit('a row of the log is gone', (at) =>
    withSqlite(db(at), (s) => s.exec(`DELETE FROM op WHERE fields LIKE '%Alone, note 2%'`)),
  ),
  quit(
    'rows that the screens show are gone',
    (at) =>
      withSqlite(db(at), (s) =>
        s.exec("DELETE FROM entry; DELETE FROM timeline WHERE kind <> 'message'"),
      ),
    'by doctor',
  ),
  quit(
    'what waits to be sent is gone',
    (at) => withSqlite(db(at), (s) => s.exec('DELETE FROM outbox')),
    'by doctor',
  ),
];

const SCHEMA: readonly Damage[] = [
  quit(
    'a table was removed by hand',
    (at) => withSqlite(db(at), (s) => s.exec('DROP TABLE entry')),
    'told',
  ),
  quit(
    'a column was renamed by hand',
    (at) => withSqlite(db(at), (s) => s.exec('ALTER TABLE op RENAME COLUMN fields TO felder')),
    'told',
  ),
  quit('somebody added a trigger', (at) =>
    withSqlite(db(at), (s) =>
      s.exec(`CREATE TRIGGER thief AFTER INSERT ON op BEGIN DELETE FROM op WHERE id = new.id; END`),
    ),
  ),
  quit(
    'somebody put a view in the place of a table',
    (at) =>
      withSqlite(db(at), (s) =>
        s.exec('ALTER TABLE entry RENAME TO kept; CREATE VIEW entry AS SELECT * FROM kept'),
      ),
    'told',
  ),
  quit(
    'its version is of another world',
    (at) => withSqlite(db(at), (s) => s.pragma('user_version = 2000000000')),
    'told',
  ),
  quit(
    'its version is negative',
    (at) => withSqlite(db(at), (s) => s.pragma('user_version = -5')),
    'told',
  ),
  quit(
    'its version is older than what it holds',
    (at) => withSqlite(db(at), (s) => s.pragma('user_version = 1')),
    'told',
  ),
];

const PLACE: readonly Damage[] = [
  quit('it is empty', (at) => truncateSync(db(at), 0)),
  quit('a text stands in its place', (at) =>
    writeFileSync(db(at), 'Shopping: milk, bread\n'.repeat(50)),
  ),
  quit(
    'a folder stands in its place',
    (at) => {
      takeAway(at, DATABASE);
      mkdirSync(db(at));
    },
    'told',
  ),
  quit(
    'another program’s database stands in its place',
    (at) => {
      takeAway(at, DATABASE);
      withSqlite(db(at), (s) =>
        s.exec(
          'CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES (1); PRAGMA user_version = 1',
        ),
      );
    },
    'told',
  ),
  quit('it is gone', (at) => takeAway(at, DATABASE)),
];

const WAL: readonly Damage[] = [
  cutOff('its WAL is torn in a frame', (at) =>
    truncateSync(wal(at), Math.floor(readFileSync(wal(at)).length * 0.7) + 13),
  ),
  cutOff('its WAL is of another database', (at) => {
    const other = join(at, 'other.db');
    const sqlite = new Sqlite(other);
    sqlite.pragma('journal_mode = WAL');
    sqlite.exec(`CREATE TABLE x (y); INSERT INTO x VALUES ('${'z'.repeat(9_000)}')`);
    writeFileSync(wal(at), readFileSync(`${other}-wal`));
    sqlite.close();
    takeAway(at, 'other.db');
  }),
  cutOff('its WAL is gone', (at) => takeAway(at, `${DATABASE}-wal`, `${DATABASE}-shm`)),
  cutOff('its WAL is rubbish', (at) => edit(wal(at), (b) => b.fill(0xa5))),
  cutOff('a bit of its WAL is flipped', (at) =>
    edit(wal(at), (b) => {
      const middle = Math.floor(b.length / 2);
      b[middle] = (b[middle] ?? 0) ^ 0x10;
      return b;
    }),
  ),
  cutOff('its -shm is rubbish', (at) => writeFileSync(`${db(at)}-shm`, Buffer.alloc(32_768, 0xee))),
  cutOff(
    'a folder stands in place of its -shm',
    (at) => {
      takeAway(at, `${DATABASE}-shm`);
      mkdirSync(`${db(at)}-shm`);
    },
    'told',
  ),
];

const JOURNALS: readonly Damage[] = [
  quit('the journal is damaged in the middle', (at) =>
    edit(journal(at), (b) => b.fill('#', Math.floor(b.length / 3), Math.floor(b.length / 2))),
  ),
  cutOff('the journal’s last line is torn', (at) =>
    truncateSync(journal(at), readFileSync(journal(at)).length - 17),
  ),
  quit('the journal is of zeroes', (at) => edit(journal(at), (b) => b.fill(0))),
  quit('the journal is gone', (at) => takeAway(at, JOURNAL)),
  quit(
    'a folder stands in the journal’s place',
    (at) => {
      takeAway(at, JOURNAL);
      mkdirSync(journal(at));
    },
    'told',
  ),
  quit(
    'the database is torn, and the journal in the middle',
    (at) => {
      edit(db(at), (b) => b.fill(0x5a, 100, PAGE));
      edit(journal(at), (b) => b.fill('#', Math.floor(b.length / 3), Math.floor(b.length / 2)));
    },
    'part lost',
  ),
  quit(
    'the database is rubbish, and the journal is gone',
    (at) => {
      edit(db(at), (b) => b.fill(0x5a));
      takeAway(at, JOURNAL);
    },
    'part lost',
  ),
];

/** Replaces a text by another of the same length, wherever it stands. */
function replaceAll(bytes: Buffer, from: string, to: string): Buffer {
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) {
    bytes.write(to, at);
  }
  return bytes;
}

export const DAMAGES: readonly Damage[] = [
  ...HEADER,
  ...PAGES,
  ...CONTENT,
  ...SCHEMA,
  ...PLACE,
  ...WAL,
  ...JOURNALS,
];
