import type { IncidentId } from '#shared/base/ids.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { POST_MORTEM, POST_MORTEM_TEXT } from '#shared/domain/post-mortem.ts';
import { type EntityState, fieldStamp, textField } from '#shared/ops/merge.ts';
import { type Stamp, stampMs } from '#shared/ops/stamp.ts';
import { all, type Db, run } from './database.ts';
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

/** What was written here and is not in the log yet. */
export type Writing = { readonly seq: number; readonly bytes: Uint8Array };

export function keepWriting(db: Db, incident: IncidentId, bytes: Uint8Array): void {
  const blob = Buffer.from(bytes);
  run(db, 'INSERT INTO post_mortem_writing (incident, bytes) VALUES (?, ?)', incident, blob);
}

export function writingOf(db: Db, incident: IncidentId): Writing[] {
  return all<Writing>(
    db,
    'SELECT seq, bytes FROM post_mortem_writing WHERE incident = ? ORDER BY seq',
    incident,
  );
}

/** Forgets what is in the log by now. */
export function forgetWriting(db: Db, incident: IncidentId, upTo: number): void {
  run(db, 'DELETE FROM post_mortem_writing WHERE incident = ? AND seq <= ?', incident, upTo);
}

/** Incidents in whose post-mortem something was written that is not in the log yet. */
export function incidentsWithWriting(db: Db): IncidentId[] {
  return all<{ incident: IncidentId }>(
    db,
    'SELECT DISTINCT incident FROM post_mortem_writing ORDER BY incident',
  ).map(({ incident }) => incident);
}
