import type { IncidentId } from '#shared/base/ids.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { POST_MORTEM, POST_MORTEM_TEXT } from '#shared/domain/post-mortem.ts';
import { type EntityState, fieldStamp, textField } from '#shared/ops/merge.ts';
import { type Stamp, stampMs } from '#shared/ops/stamp.ts';
import { all, type Db, get, run } from './database.ts';
import { entityState } from './entities.ts';
import { opById } from './ops.ts';

/** A post-mortem that was begun. */
export type PostMortem = {
  readonly template: string;
  /** ms since 1970. */
  readonly startedAt: number;
  readonly startedBy: PersonRef;
};

export function postMortemOf(db: Db, incident: IncidentId): PostMortem | null {
  const state = entityState(db, incident, POST_MORTEM);
  const template = textField(state, 'template');
  const stamp = fieldStamp(state, 'template');
  if (template === null || stamp === null) return null;
  const op = state.template?.[2];
  const by = op === undefined ? undefined : opById(db, op)?.by;
  return { template, startedAt: stampMs(stamp), startedBy: by ?? '' };
}

/** The messages that said so in Slack, the first first: what was written stands under them. */
export function textRoots(db: Db, incident: IncidentId): string[] {
  return all<{ ts: string }>(
    db,
    `SELECT DISTINCT slack_ts AS ts FROM op
     WHERE incident = ? AND entity = ? AND slack_ts IS NOT NULL ORDER BY slack_ts`,
    incident,
    POST_MORTEM,
  ).map(({ ts }) => ts);
}

/** The first of them that nobody deleted, as far as it is known; null where there is none. */
export function standingRoot(db: Db, incident: IncidentId): string | null {
  const sql = `SELECT min(op.slack_ts) AS ts FROM op WHERE op.incident = ? AND op.entity = ?
     AND NOT EXISTS (
       SELECT 1 FROM slack_message AS message JOIN slack_channel AS place
         ON place.channel = message.channel AND place.incident = op.incident
       WHERE message.ts = op.slack_ts AND message.gone = 1)`;
  return get<{ ts: string | null }>(db, sql, incident, POST_MORTEM)?.ts ?? null;
}

const FIRST_TEXT = `${POST_MORTEM_TEXT}:`;
/** The first name behind all of them. */
const BEHIND_TEXTS = `${POST_MORTEM_TEXT};`;
const OF_TEXTS = 'incident = ? AND entity > ? AND entity < ?';

/** The names of all texts of an incident's post-mortem. */
export function textNames(db: Db, incident: IncidentId): string[] {
  return all<{ entity: string }>(
    db,
    `SELECT entity FROM entity WHERE ${OF_TEXTS} ORDER BY entity`,
    incident,
    FIRST_TEXT,
    BEHIND_TEXTS,
  ).map(({ entity }) => entity);
}

export function textState(db: Db, incident: IncidentId, name: string): EntityState {
  return entityState(db, incident, name);
}

/** Who wrote in it, and when last (ms since 1970); the latest first. */
export function writersOf(
  db: Db,
  incident: IncidentId,
): { readonly person: PersonRef; readonly at: number }[] {
  return all<{ author: PersonRef; stamp: Stamp }>(
    db,
    `SELECT author, max(stamp) AS stamp FROM op WHERE ${OF_TEXTS} AND cancelled = 0
     GROUP BY author ORDER BY max(stamp) DESC`,
    incident,
    FIRST_TEXT,
    BEHIND_TEXTS,
  ).map(({ author, stamp }) => ({ person: author, at: stampMs(stamp) }));
}

/** Whether something written here may be in Slack, and nobody knows. */
export function isTextInDoubt(db: Db, incident: IncidentId): boolean {
  const sql = `SELECT 1 FROM outbox JOIN op ON op.id = outbox.op
     WHERE outbox.incident = ? AND outbox.state <> 'queued' AND op.entity > ? AND op.entity < ?
     LIMIT 1`;
  return get(db, sql, incident, FIRST_TEXT, BEHIND_TEXTS) !== undefined;
}

/** What was written here and is not in the log yet. */
export type Writing = { readonly seq: number; readonly bytes: Uint8Array };

/** Keeps it, and tells its number. */
export function keepWriting(db: Db, incident: IncidentId, bytes: Uint8Array): number {
  const seq = lastWriting(db) + 1;
  keepWritingAgain(db, seq, incident, bytes);
  return seq;
}

/** The number of the last thing that was ever written here, whether or not it is still waiting. */
export function lastWriting(db: Db): number {
  const sql = "SELECT seq FROM sqlite_sequence WHERE name = 'post_mortem_writing'";
  return get<{ seq: number }>(db, sql)?.seq ?? 0;
}

/** Keeps what the journal has under its number. */
export function keepWritingAgain(
  db: Db,
  seq: number,
  incident: IncidentId,
  bytes: Uint8Array,
): void {
  run(
    db,
    'INSERT INTO post_mortem_writing (seq, incident, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    seq,
    incident,
    Buffer.from(bytes),
  );
}

export function writingOf(db: Db, incident: IncidentId): Writing[] {
  return all<Writing>(
    db,
    'SELECT seq, bytes FROM post_mortem_writing WHERE incident = ? ORDER BY seq',
    incident,
  );
}

/** Forgets what is in the log by now. */
export function forgetWriting(db: Db, seqs: readonly number[]): void {
  const listed = JSON.stringify(seqs);
  run(db, 'DELETE FROM post_mortem_writing WHERE seq IN (SELECT value FROM json_each(?))', listed);
}

/** All that was written here, on any incident, and is not in the log yet. */
export function allWriting(db: Db): (Writing & { readonly incident: IncidentId })[] {
  return all(db, 'SELECT seq, incident, bytes FROM post_mortem_writing ORDER BY seq');
}

/** Puts other bytes in the place of a piece that is damaged. */
export function mendWriting(db: Db, seq: number, bytes: Uint8Array): void {
  run(db, 'UPDATE post_mortem_writing SET bytes = ? WHERE seq = ?', Buffer.from(bytes), seq);
}

/** Incidents in whose post-mortem something was written that is not in the log yet. */
export function incidentsWithWriting(db: Db): IncidentId[] {
  return all<{ incident: IncidentId }>(
    db,
    'SELECT DISTINCT incident FROM post_mortem_writing ORDER BY incident',
  ).map(({ incident }) => incident);
}
