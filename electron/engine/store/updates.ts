import type { IncidentId } from '#shared/base/ids.ts';
import { type Db, get } from './database.ts';
import { type RecordRow, recordTable } from './record-table.ts';

export type UpdateRecord = RecordRow & {
  readonly audience: string;
  readonly form: string;
  readonly conditions: string;
  readonly actions: string;
  readonly needs: string;
  /** When the next one was promised for, ms since 1970. */
  readonly nextBy: number | null;
};

export const updates = recordTable<UpdateRecord>('incident_update', {
  audience: 'plain',
  form: 'plain',
  conditions: 'plain',
  actions: 'plain',
  needs: 'plain',
  nextBy: 'plain',
});

/** When the next update of an audience is due: what the last one promised, or null. */
export function nextUpdateDue(db: Db, incident: IncidentId, audience: string): number | null {
  const row = get<{ nextBy: number | null }>(
    db,
    `SELECT next_by AS nextBy FROM incident_update
     WHERE incident = ? AND audience = ? AND deleted = 0
     ORDER BY added_at DESC, id DESC LIMIT 1`,
    incident,
    audience,
  );
  return row?.nextBy ?? null;
}
