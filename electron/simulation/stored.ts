// What a desktop has on its disk, read past the engine by SQL of our own.
import Sqlite from 'better-sqlite3';
import type { Json } from '#shared/base/json.ts';
import { databaseIn } from './profile-files.ts';

/** An op as it lies in a desktop's log. */
export type StoredOp = {
  readonly id: string;
  readonly incident: string;
  readonly entity: string;
  readonly at: string;
  readonly by: string;
  readonly v: number;
  readonly set: { readonly [field: string]: Json };
  /** Keys beside the known ones, as JSON, or null. */
  readonly extra: string | null;
  /** The first Slack message that carried it. */
  readonly ts: string | null;
  /** Taken back before it left. */
  readonly cancelled: boolean;
};

export type WaitingRow = {
  readonly op: string;
  readonly incident: string;
  readonly account: string | null;
  readonly state: string;
};

export type Stored = {
  readonly device: () => string;
  /** Ops of this device since the last time this was asked. */
  readonly newOwnOps: () => readonly StoredOp[];
  readonly ops: () => readonly StoredOp[];
  /** Those that were not taken back, and the first Slack message of each. */
  readonly opPlaces: () => ReadonlyMap<string, string | null>;
  readonly waiting: () => readonly WaitingRow[];
  readonly waitingCount: () => number;
  /** What is still to be told in the threads of announcements that are there. */
  readonly headlines: () => readonly { readonly op: string; readonly state: string }[];
  /** The Slack user it acts as, or null. */
  readonly account: () => string | null;
  /** Ids of ops that were taken back. */
  readonly cancelled: () => readonly string[];
  /** Incidents on the Desk. */
  readonly incidents: () => readonly string[];
  /** Ids of what an incident has, by kind: `action` → … */
  readonly entities: (incident: string) => readonly string[];
  /** Lines of an incident's timeline. */
  readonly lines: (incident: string) => readonly Line[];
  /** What people wrote in a channel, by its `ts`. */
  readonly texts: (channel: string) => ReadonlyMap<string, string>;
  readonly rows: (sql: string, ...values: readonly string[]) => readonly Row[];
  readonly close: () => void;
};
export type Line = { readonly kind: string; readonly ref: string };
export type Row = { readonly [column: string]: string | number | null };

const OPS =
  'SELECT rowid, id, incident, entity, at, author, v, fields, extra, slack_ts, cancelled FROM op';
type OpRow = {
  readonly rowid: number;
  readonly id: string;
  readonly incident: string;
  readonly entity: string;
  readonly at: string;
  readonly author: string;
  readonly v: number;
  readonly fields: string;
  readonly extra: string | null;
  readonly slack_ts: string | null;
  readonly cancelled: number;
};

const toOp = (row: OpRow): StoredOp => ({
  id: row.id,
  incident: row.incident,
  entity: row.entity,
  at: row.at,
  by: row.author,
  v: row.v,
  set: JSON.parse(row.fields) as StoredOp['set'],
  extra: row.extra,
  ts: row.slack_ts,
  cancelled: row.cancelled === 1,
});

/** Keeps answers while the engine commits nothing: most looks at a desktop come in such a time. */
function untilCommit(db: Sqlite.Database): <T>(question: string, ask: () => T) => T {
  const version = db.prepare<[], number>('PRAGMA data_version').pluck();
  const held = new Map<string, unknown>();
  let heldAt: number | undefined;
  return <T>(question: string, ask: () => T): T => {
    const now = version.get();
    if (now !== heldAt) held.clear();
    heldAt = now;
    if (!held.has(question)) held.set(question, ask());
    return held.get(question) as T;
  };
}

/** Opens a second, reading connection beside the engine's own. */
export function readStored(profile: string): Stored {
  const db = new Sqlite(databaseIn(profile), { readonly: true });
  const text = (sql: string) => db.prepare<[], string>(sql).pluck();
  const count = (sql: string) => db.prepare<[], number>(sql).pluck();
  const maxRow = count('SELECT coalesce(max(rowid), 0) FROM op');
  const since = db.prepare<[number, string], OpRow>(`${OPS} WHERE rowid > ? AND at LIKE ?`);
  const ops = db.prepare<[], OpRow>(`${OPS} ORDER BY id`);
  const opPlaces = db
    .prepare<[], [string, string | null]>('SELECT id, slack_ts FROM op WHERE cancelled = 0')
    .raw();
  const waitingCount = count('SELECT count(*) FROM outbox');
  const waiting = db.prepare<[], WaitingRow>(
    'SELECT op, incident, account, state FROM outbox ORDER BY seq',
  );
  const headlines = db.prepare<[], { op: string; state: string }>(
    `SELECT op, state FROM headline JOIN slack_channel USING (incident)
     WHERE root_ts IS NOT NULL ORDER BY op`,
  );
  const cancelled = text('SELECT id FROM op WHERE cancelled = 1 ORDER BY id');
  const incidents = text('SELECT id FROM incident ORDER BY id');
  const lines = db.prepare<[string], Line>('SELECT kind, ref FROM timeline WHERE incident = ?');
  const entities = db
    .prepare<[string], string>('SELECT entity FROM entity WHERE incident = ? ORDER BY entity')
    .pluck();
  const texts = db
    .prepare<[string], [string, string]>('SELECT ts, text FROM slack_message WHERE channel = ?')
    .raw();
  const account = text(`SELECT value FROM setting WHERE key = 'slack.account'`);
  const held = untilCommit(db);
  const statements = new Map<string, Sqlite.Statement<string[], Row>>();
  const device = JSON.parse(text(`SELECT value FROM setting WHERE key = 'device'`).get() ?? '""');
  let seen = maxRow.get() ?? 0;
  return {
    device: () => String(device),
    newOwnOps: () => {
      const rows = since.all(seen, `%-${device}`);
      seen = maxRow.get() ?? seen;
      return rows.map(toOp);
    },
    ops: () => ops.all().map(toOp),
    opPlaces: () => held('ops', () => new Map(opPlaces.all())),
    waiting: () => held('waiting', () => waiting.all()),
    headlines: () => held('headlines', () => headlines.all()),
    waitingCount: () => held('count', () => waitingCount.get() ?? 0),
    account: () =>
      held('account', () => {
        const value = account.get();
        return value === undefined ? null : (JSON.parse(value) as { user: string }).user;
      }),
    cancelled: () => cancelled.all(),
    incidents: () => held('incidents', () => incidents.all()),
    entities: (incident) => entities.all(incident),
    lines: (incident) => lines.all(incident),
    texts: (channel) => held(`texts ${channel}`, () => new Map(texts.all(channel))),
    rows: (sql, ...values) => {
      const statement = statements.get(sql) ?? db.prepare<string[], Row>(sql);
      statements.set(sql, statement);
      return statement.all(...values);
    },
    close: () => db.close(),
  };
}
