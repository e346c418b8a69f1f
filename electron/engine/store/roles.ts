import type { IncidentId } from '#shared/base/ids.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { type Db, get, run } from './database.ts';

export function saveRole(
  db: Db,
  incident: IncidentId,
  role: string,
  person: PersonRef | null,
): void {
  run(
    db,
    `INSERT INTO role (incident, role, person) VALUES (?, ?, ?)
     ON CONFLICT (incident, role) DO UPDATE SET person = excluded.person`,
    incident,
    role,
    person,
  );
}

/** Who holds a role, or null. */
export function roleHolder(db: Db, incident: IncidentId, role: string): PersonRef | null {
  const row = get<{ person: string | null }>(
    db,
    'SELECT person FROM role WHERE incident = ? AND role = ?',
    incident,
    role,
  );
  return row?.person ?? null;
}
