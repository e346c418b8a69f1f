import type { IncidentId } from '#shared/base/ids.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { all, type Db, get, run } from './database.ts';

export type ActionRecord = {
  readonly id: string;
  readonly text: string;
  readonly owner: PersonRef | null;
  readonly done: boolean;
  readonly addedAt: number;
  readonly doneAt: number | null;
};

type ActionRow = Omit<ActionRecord, 'done'> & { readonly done: number };

const COLUMNS = 'id, text, owner, done, added_at AS addedAt, done_at AS doneAt';
const toRecord = (row: ActionRow): ActionRecord => ({ ...row, done: row.done === 1 });

export function saveAction(db: Db, incident: IncidentId, action: ActionRecord): void {
  run(
    db,
    `INSERT INTO action (incident, id, text, owner, done, added_at, done_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (incident, id) DO UPDATE SET text = excluded.text, owner = excluded.owner,
       done = excluded.done, added_at = excluded.added_at, done_at = excluded.done_at`,
    incident,
    action.id,
    action.text,
    action.owner,
    action.done ? 1 : 0,
    action.addedAt,
    action.doneAt,
  );
}

export function removeAction(db: Db, incident: IncidentId, id: string): void {
  run(db, 'DELETE FROM action WHERE incident = ? AND id = ?', incident, id);
}

/** Actions of an incident in the order they were added. */
export function actionsOf(db: Db, incident: IncidentId): ActionRecord[] {
  return all<ActionRow>(
    db,
    `SELECT ${COLUMNS} FROM action WHERE incident = ? ORDER BY added_at, id`,
    incident,
  ).map(toRecord);
}

export function actionById(db: Db, incident: IncidentId, id: string): ActionRecord | null {
  const row = get<ActionRow>(
    db,
    `SELECT ${COLUMNS} FROM action WHERE incident = ? AND id = ?`,
    incident,
    id,
  );
  return row === undefined ? null : toRecord(row);
}
