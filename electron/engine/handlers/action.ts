import type { IncidentId } from '#shared/base/ids.ts';
import type { ActionViewT } from '#shared/contract/views.ts';
import type { ActionStatus } from '#shared/domain/action.ts';
import { type ActionRecord, actions } from '../store/actions.ts';
import type { Db } from '../store/database.ts';
import { edit, type Patch } from './edit.ts';
import { type Answer, type CommandsOf, DONE, type Done, type HandlerContext } from './handler.ts';
import { personOrNull } from './people.ts';
import { addRecord, editRecord, findRecord, type RecordOf } from './record.ts';

const ACTION: RecordOf<ActionRecord> = { entity: 'action', table: actions };

export const actionCommands: CommandsOf<'action'> = {
  'action.add': (context, { incident, action, ...fields }) =>
    addRecord(context, ACTION, incident, action, fields),
  'action.assign': (context, { incident, action, owner }) =>
    editRecord(context, ACTION, incident, action, { owner }),
  'action.complete': (context, { incident, action, done, outcome, checkAt }) =>
    setStatus(context, incident, action, done ? 'done' : 'open', {
      outcome: done ? outcome : null,
      checkAt,
    }),
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
  more: Patch = {},
): Answer<Done> {
  const found = findRecord(context, ACTION, incident, id);
  if (!found.ok) return found;
  const isNew = found.value.status !== status;
  // Written twice, so that a desktop that knows `done` alone still sees what is done.
  const written = isNew ? { status, done: status === 'done' } : {};
  edit(context, incident, `action:${id}`, { ...written, ...more });
  return DONE;
}

export function actionView(db: Db, { owner, ...action }: ActionRecord): ActionViewT {
  return { ...action, owner: personOrNull(db, owner) };
}
