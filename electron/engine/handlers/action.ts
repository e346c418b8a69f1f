import type { IncidentId } from '#shared/base/ids.ts';
import type { ActionViewT } from '#shared/contract/views.ts';
import type { ActionStatus } from '#shared/domain/action.ts';
import { type ActionRecord, actions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { edit } from './edit.ts';
import { type Answer, type CommandsOf, DONE, type Done, type HandlerContext } from './handler.ts';
import { personOrNull } from './people.ts';
import { addRecord, editRecord, findRecord, type RecordOf } from './record.ts';

const ACTION: RecordOf<ActionRecord> = { entity: 'action', table: actions };

export const actionCommands: CommandsOf<'action'> = {
  'action.add': (context, { incident, action, ...fields }) =>
    addRecord(context, ACTION, incident, action, fields),
  'action.assign': (context, { incident, action, owner }) =>
    editRecord(context, ACTION, incident, action, { owner }),
  'action.complete': (context, { incident, action, done }) =>
    setStatus(context, incident, action, done ? 'done' : 'open'),
  'action.set-status': (context, { incident, action, status }) =>
    setStatus(context, incident, action, status),
  'action.edit': (context, { incident, action, ...fields }) =>
    editRecord(context, ACTION, incident, action, fields),
};

function setStatus(
  context: HandlerContext,
  incident: IncidentId,
  id: string,
  status: ActionStatus,
): Answer<Done> {
  const found = findRecord(context, ACTION, incident, id);
  if (!found.ok || found.value.status === status) return found.ok ? DONE : found;
  // Written twice, so that a desktop that knows `done` alone still sees what is done.
  edit(context, incident, `action:${id}`, { status, done: status === 'done' });
  return DONE;
}

export function actionView(db: Db, { owner, ...action }: ActionRecord): ActionViewT {
  return { ...action, owner: personOrNull(db, owner) };
}
