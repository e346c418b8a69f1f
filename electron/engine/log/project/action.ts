import {
  type EntityState,
  fieldStamp,
  fieldValue,
  textField,
  timeField,
} from '#shared/ops/merge.ts';
import type { Stamp } from '#shared/ops/stamp.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import { actions } from '../../store/actions.ts';
import { personField } from './person.ts';
import { projectRecord } from './record.ts';

export const projectAction = projectRecord('action', actions, (state, db) => {
  const text = textField(state, 'text');
  if (text === null) return null;
  const { status, since } = statusOf(state);
  const done = status === 'done';
  return {
    text,
    owner: personField(db, state, 'owner'),
    status,
    done,
    doneAt: done && since !== null ? stampMs(since) : null,
    due: timeField(state, 'due'),
    checkAt: timeField(state, 'checkAt'),
    outcome: textField(state, 'outcome'),
  };
});

type Status = { readonly status: string; readonly since: Stamp | null };

/** `done` alone is how a status was written before there were more of them: the later one counts. */
function statusOf(state: EntityState): Status {
  const status = textField(state, 'status');
  const since = fieldStamp(state, 'status');
  const doneSince = fieldStamp(state, 'done');
  if (status !== null && (doneSince === null || (since !== null && since >= doneSince))) {
    return { status, since };
  }
  return { status: fieldValue(state, 'done') === true ? 'done' : 'open', since: doneSince };
}
