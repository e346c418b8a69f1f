import { isSafeUrl } from '#shared/domain/link.ts';
import { textField, timeField } from '#shared/ops/merge.ts';
import { followUps } from '../../store/follow-ups.ts';
import { personField } from './person.ts';
import { projectRecord } from './record.ts';

export const projectFollowUp = projectRecord('follow_up', followUps, (state, db) => {
  const text = textField(state, 'text');
  if (text === null) return null;
  const issueUrl = textField(state, 'issueUrl');
  return {
    text,
    type: textField(state, 'type'),
    owner: personField(db, state, 'owner'),
    state: textField(state, 'state') ?? 'soaking',
    soakUntil: timeField(state, 'soakUntil'),
    due: timeField(state, 'due'),
    doneWhen: textField(state, 'doneWhen') ?? '',
    issueUrl: issueUrl !== null && isSafeUrl(issueUrl) ? issueUrl : null,
  };
});
