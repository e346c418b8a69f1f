import type { IncidentId } from '#shared/base/ids.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { all, type Db, get, remembered, run } from './database.ts';

export type IncidentRecord = {
  readonly id: IncidentId;
  readonly code: string;
  readonly name: string;
  readonly severity: string;
  readonly status: string;
  readonly private: boolean;
  /** Empty while nobody wrote it. */
  readonly summary: string;
  readonly impact: string;
  /** ms since 1970. */
  readonly declaredAt: number;
  /** Since when its status says that it is over; null while it is active. */
  readonly endedAt: number | null;
};

type IncidentRow = Omit<IncidentRecord, 'private'> & { readonly private: number };

/** An incident with the person who leads it. */
export type LedIncident = IncidentRecord & { readonly lead: PersonRef | null };

const COLUMNS = `incident.id, incident.code, incident.name, incident.severity, incident.status,
  incident.private, incident.summary, incident.impact, incident.declared_at AS declaredAt, incident.ended_at AS endedAt,
  role.person AS lead`;
const WITH_LEAD = `FROM incident
  LEFT JOIN role ON role.incident = incident.id AND role.role = 'lead'`;

type LedRow = IncidentRow & { readonly lead: string | null };

const toRecord = (row: LedRow): LedIncident => ({ ...row, private: row.private === 1 });

export function saveIncident(db: Db, record: IncidentRecord): void {
  run(
    db,
    `INSERT INTO incident (id, code, name, severity, status, private, summary, impact,
       declared_at, ended_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET code = excluded.code, name = excluded.name,
       severity = excluded.severity, status = excluded.status, private = excluded.private,
       summary = excluded.summary, impact = excluded.impact, declared_at = excluded.declared_at, ended_at = excluded.ended_at`,
    record.id,
    record.code,
    record.name,
    record.severity,
    record.status,
    record.private ? 1 : 0,
    record.summary,
    record.impact,
    record.declaredAt,
    record.endedAt,
  );
}

/** Takes an incident off the screens; its ops stay. */
export function removeIncident(db: Db, id: IncidentId): void {
  run(db, 'DELETE FROM incident WHERE id = ?', id);
}

export function incidentById(db: Db, id: IncidentId): LedIncident | null {
  const row = get<LedRow>(db, `SELECT ${COLUMNS} ${WITH_LEAD} WHERE incident.id = ?`, id);
  return row === undefined ? null : toRecord(row);
}

/** All incidents, the latest declared first. */
export function incidentsByTime(db: Db): readonly LedIncident[] {
  const sql = `SELECT ${COLUMNS} ${WITH_LEAD} ORDER BY incident.declared_at DESC, incident.id DESC`;
  return remembered(db, 'by time', () => all<LedRow>(db, sql).map(toRecord));
}

/** The status of every incident. */
export function incidentStatuses(db: Db): ReadonlyMap<IncidentId, string> {
  return remembered(db, 'statuses', () => {
    const rows = all<{ id: IncidentId; status: string }>(db, 'SELECT id, status FROM incident');
    return new Map(rows.map((row) => [row.id, row.status]));
  });
}

export function incidentCodes(db: Db): ReadonlySet<string> {
  return new Set(all<{ code: string }>(db, 'SELECT code FROM incident').map((row) => row.code));
}
