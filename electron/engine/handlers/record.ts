import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { PersonViewT } from '#shared/contract/views.ts';
import { RECORDS, type RecordEntity } from '#shared/domain/record-change.ts';
import { type Context, commitEdits } from '../context.ts';
import type { Db } from '../store/database.ts';
import { loggedOp } from '../store/ops.ts';
import { isWaiting } from '../store/outbox.ts';
import type { RecordRow, RecordTable } from '../store/record-table.ts';
import { edit, type Patch, present } from './edit.ts';
import { type Answer, DONE, type Done, findIncident, type HandlerContext } from './handler.ts';
import { personView } from './people.ts';

/** A kind of record with its table: what `add` and `edit` work on. */
export type RecordOf<Row extends RecordRow> = {
  readonly entity: RecordEntity;
  readonly table: RecordTable<Row>;
};

/**
 * Adds a record. Its id was minted by whoever asks, so a repeated request finds its own first
 * effect.
 */
export function addRecord<Row extends RecordRow>(
  context: HandlerContext,
  { entity, table }: RecordOf<Row>,
  incident: IncidentId,
  id: string,
  fields: Patch,
): Answer<Done> {
  const found = findIncident(context, incident);
  if (!found.ok) return found;
  if (table.byId(context.db, incident, id) !== null) return DONE;
  const set = { added: true, ...present(fields) };
  commitEdits(context, incident, [{ entity: `${entity}:${id}`, set }]);
  return DONE;
}

/** Writes those fields of a record that differ. One that was deleted can be edited, and so restored. */
export function editRecord<Row extends RecordRow>(
  context: HandlerContext,
  record: RecordOf<Row>,
  incident: IncidentId,
  id: string,
  patch: Patch,
): Answer<Done> {
  const found = findRecord(context, record, incident, id);
  if (!found.ok) return found;
  edit(context, incident, `${record.entity}:${id}`, patch);
  return DONE;
}

/** The record a request is about, or the words for its absence. */
export function findRecord<Row extends RecordRow>(
  context: Context,
  { entity, table }: RecordOf<Row>,
  incident: IncidentId,
  id: string,
): Answer<Row> {
  const found = findIncident(context, incident);
  if (!found.ok) return found;
  const row = table.byId(context.db, incident, id);
  if (row !== null) return ok(row);
  const name = RECORDS[entity].name.toLowerCase();
  return err(
    contractError('not_found', `This ${name} is not on this desktop.`, 'Open the incident again.'),
  );
}

/** What every record shows beside its own fields. */
export function madeBy(
  db: Db,
  { op }: RecordRow,
): { readonly by: PersonViewT; readonly waiting: boolean } {
  return { by: personView(db, loggedOp(db, op)?.op.by ?? ''), waiting: isWaiting(db, op) };
}

/** An incident's records of one kind as a page sees them. */
export function listRecords<Row extends RecordRow, View>(
  context: Context,
  { table }: RecordOf<Row>,
  incident: IncidentId,
  viewOf: (row: Row) => View,
): Answer<{ items: (View & ReturnType<typeof madeBy>)[] }> {
  const found = findIncident(context, incident);
  if (!found.ok) return found;
  const { db } = context;
  const items = table.of(db, incident).map((row) => ({ ...viewOf(row), ...madeBy(db, row) }));
  return ok({ items });
}
