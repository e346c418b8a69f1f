import type { IncidentId } from '#shared/base/ids.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import type { Stamp } from '#shared/ops/stamp.ts';
import { type Db, get } from './database.ts';

/** Whether a person has done anything in an incident, or holds a role in it. */
export function takesPart(db: Db, incident: IncidentId, person: PersonRef): boolean {
  return (
    get(
      db,
      `SELECT 1 FROM role WHERE incident = ? AND person = ?
       UNION ALL SELECT 1 FROM op WHERE incident = ? AND author = ? LIMIT 1`,
      incident,
      person,
      incident,
      person,
    ) !== undefined
  );
}

/** Whether a person changed something in an incident after a moment. */
export function hasChangedSince(
  db: Db,
  incident: IncidentId,
  person: PersonRef,
  since: Stamp,
): boolean {
  return (
    get(
      db,
      `SELECT 1 FROM op WHERE incident = ? AND author = ? AND stamp > ? AND cancelled = 0 LIMIT 1`,
      incident,
      person,
      since,
    ) !== undefined
  );
}

/** Whether a person said something in a channel after a `ts`. */
export function hasSpokenSince(db: Db, channel: string, person: PersonRef, since: string): boolean {
  return (
    get(
      db,
      `SELECT 1 FROM slack_message
       WHERE channel = ? AND kind = 'message' AND author = ? AND ts > ? LIMIT 1`,
      channel,
      person,
      since,
    ) !== undefined
  );
}
