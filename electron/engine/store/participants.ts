import type { IncidentId } from '#shared/base/ids.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { all, type Db, run } from './database.ts';

/** Somebody who was brought in by hand, or let go. */
export type ParticipantRecord = {
  readonly id: string;
  readonly person: PersonRef;
  readonly present: boolean;
};

export function saveParticipant(db: Db, incident: IncidentId, record: ParticipantRecord): void {
  run(
    db,
    `INSERT INTO participant (incident, id, person, present) VALUES (?, ?, ?, ?)
     ON CONFLICT (incident, id) DO UPDATE SET person = excluded.person, present = excluded.present`,
    incident,
    record.id,
    record.person,
    record.present ? 1 : 0,
  );
}

export function removeParticipant(db: Db, incident: IncidentId, id: string): void {
  run(db, 'DELETE FROM participant WHERE incident = ? AND id = ?', incident, id);
}

export function participantsOf(db: Db, incident: IncidentId): ParticipantRecord[] {
  return all<Omit<ParticipantRecord, 'present'> & { readonly present: number }>(
    db,
    'SELECT id, person, present FROM participant WHERE incident = ? ORDER BY id',
    incident,
  ).map((row) => ({ ...row, present: row.present === 1 }));
}

/**
 * Everybody who changed something in an incident. Steps from one person to the next through the
 * index, so that it takes as long as there are people, not ops.
 */
export function authorsOf(db: Db, incident: IncidentId): PersonRef[] {
  return all<{ author: string }>(
    db,
    `WITH RECURSIVE person (author) AS (
       SELECT min(author) FROM op WHERE incident = ? AND cancelled = 0
       UNION ALL
       SELECT (SELECT min(author) FROM op
               WHERE incident = ? AND cancelled = 0 AND author > person.author)
       FROM person WHERE person.author IS NOT NULL)
     SELECT author FROM person WHERE author IS NOT NULL`,
    incident,
    incident,
  ).map((row) => row.author);
}

/** Everybody who said something in a channel, in the same way. */
export function speakersOf(db: Db, channel: string): PersonRef[] {
  return all<{ author: string }>(
    db,
    `WITH RECURSIVE person (author) AS (
       SELECT min(author) FROM slack_message WHERE channel = ? AND kind = 'message'
       UNION ALL
       SELECT (SELECT min(author) FROM slack_message
               WHERE channel = ? AND kind = 'message' AND author > person.author)
       FROM person WHERE person.author IS NOT NULL)
     SELECT author FROM person WHERE author IS NOT NULL`,
    channel,
    channel,
  ).map((row) => row.author);
}
