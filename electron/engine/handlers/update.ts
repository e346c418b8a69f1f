import { err } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { NextUpdateViewT } from '#shared/contract/views/record.ts';
import type { Db } from '../store/database.ts';
import type { IncidentRecord } from '../store/incidents.ts';
import { updatesDue } from '../store/update-clocks.ts';
import { type UpdateRecord, updates } from '../store/updates.ts';
import type { CommandsOf, QueryHandlers } from './handler.ts';
import { addRecord, editRecord, findRecord, listRecords, type RecordOf } from './record.ts';

const UPDATE: RecordOf<UpdateRecord> = { entity: 'update', table: updates };

/** No news is news; any other update says at least what is true now. */
const NOTHING_SAID = contractError('invalid_input', 'Say what is true now.');

export const updateCommands: CommandsOf<'update'> = {
  'update.add': (context, { incident, update, ...fields }) => {
    const isSilent = fields.form === 'full' && (fields.conditions ?? '') === '';
    return isSilent ? err(NOTHING_SAID) : addRecord(context, UPDATE, incident, update, fields);
  },
  'update.edit': (context, { incident, update, ...fields }) => {
    const found = findRecord(context, UPDATE, incident, update);
    if (!found.ok) return found;
    const isSilent = found.value.form === 'full' && fields.conditions === '';
    return isSilent ? err(NOTHING_SAID) : editRecord(context, UPDATE, incident, update, fields);
  },
};

export const updateQueries: Pick<QueryHandlers, 'updates'> = {
  updates: (context, { incident }) => listRecords(context, UPDATE, incident, (row) => row),
};

/** When the next updates are due. An incident that is over or paused owes none. */
export function nextUpdate(db: Db, incident: IncidentRecord): NextUpdateViewT {
  const due = updatesDue(db, incident);
  const of = (audience: string) => due.find((one) => one.audience === audience)?.at ?? null;
  return { internal: of('internal'), external: of('external') };
}
