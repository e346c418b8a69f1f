import type { IncidentId } from '#shared/base/ids.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { all, type Db, get, run } from './database.ts';

export type RoleRecord = {
  readonly role: string;
  readonly person: PersonRef | null;
  /** The name somebody gave it in this incident. */
  readonly name: string | null;
  readonly deleted: boolean;
};

type RoleRow = Omit<RoleRecord, 'deleted'> & { readonly deleted: number };
const toRecord = (row: RoleRow): RoleRecord => ({ ...row, deleted: row.deleted === 1 });

export function saveRole(db: Db, incident: IncidentId, record: RoleRecord): void {
  run(
    db,
    `INSERT INTO role (incident, role, person, name, deleted) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (incident, role) DO UPDATE SET person = excluded.person, name = excluded.name,
       deleted = excluded.deleted`,
    incident,
    record.role,
    record.person,
    record.name,
    record.deleted ? 1 : 0,
  );
}

export function roleOf(db: Db, incident: IncidentId, role: string): RoleRecord | null {
  const row = get<RoleRow>(
    db,
    'SELECT role, person, name, deleted FROM role WHERE incident = ? AND role = ?',
    incident,
    role,
  );
  return row === undefined ? null : toRecord(row);
}

/** The roles of an incident, also those that were removed. */
export function rolesOf(db: Db, incident: IncidentId): RoleRecord[] {
  return all<RoleRow>(
    db,
    'SELECT role, person, name, deleted FROM role WHERE incident = ? ORDER BY role',
    incident,
  ).map(toRecord);
}
