import type { IncidentId } from '#shared/base/ids.ts';
import type { PersonRef } from '#shared/domain/person.ts';
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
