import { textField } from '#shared/ops/merge.ts';
import { hypotheses } from '../../store/hypotheses.ts';
import { projectRecord } from './record.ts';

export const projectHypothesis = projectRecord('hypothesis', hypotheses, (state) => {
  const text = textField(state, 'text');
  if (text === null) return null;
  return {
    text,
    state: textField(state, 'state') ?? 'open',
    evidence: textField(state, 'evidence') ?? '',
  };
});
