import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import { commitEdits, type Edit } from '../context.ts';
import { type ActionRecord, actionById } from '../store/actions.ts';
import {
  type Answer,
  type CommandHandlers,
  DONE,
  findIncident,
  type HandlerContext,
} from './handler.ts';

type ActionCommands = Pick<CommandHandlers, 'action.add' | 'action.assign' | 'action.complete'>;

export const actionCommands: ActionCommands = {
  'action.add': (context, { incident, action, text, owner }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    // The id was minted by whoever asks, so a repeated request finds its own first effect.
    if (actionById(context.db, incident, action) !== null) return DONE;
    const edit: Edit = {
      entity: `action:${action}`,
      set: { added: true, text, ...(owner == null ? {} : { owner }) },
    };
    commitEdits(context, incident, [edit]);
    return DONE;
  },
  'action.assign': (context, { incident, action, owner }) => {
    const found = findAction(context, incident, action);
    if (!found.ok) return found;
    if (found.value.owner !== owner) {
      commitEdits(context, incident, [{ entity: `action:${action}`, set: { owner } }]);
    }
    return DONE;
  },
  'action.complete': (context, { incident, action, done }) => {
    const found = findAction(context, incident, action);
    if (!found.ok) return found;
    if (found.value.done !== done) {
      commitEdits(context, incident, [{ entity: `action:${action}`, set: { done } }]);
    }
    return DONE;
  },
};

function findAction(
  context: HandlerContext,
  incident: IncidentId,
  id: string,
): Answer<ActionRecord> {
  const found = findIncident(context, incident);
  if (!found.ok) return found;
  const action = actionById(context.db, incident, id);
  return action === null
    ? err(
        contractError(
          'not_found',
          'This action is not on this desktop.',
          'Open the incident again.',
        ),
      )
    : ok(action);
}
