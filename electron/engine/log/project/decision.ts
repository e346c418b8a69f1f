import { textsOf } from '#shared/domain/record.ts';
import { fieldValue, textField, timeField } from '#shared/ops/merge.ts';
import { decisions } from '../../store/decisions.ts';
import { projectRecord } from './record.ts';

export const projectDecision = projectRecord('decision', decisions, (state) => {
  const question = textField(state, 'question');
  if (question === null) return null;
  return {
    question,
    options: textsOf(fieldValue(state, 'options')),
    choice: textField(state, 'choice') ?? '',
    reason: textField(state, 'reason') ?? '',
    expected: textField(state, 'expected') ?? '',
    expectedBy: timeField(state, 'expectedBy'),
    outcome: textField(state, 'outcome'),
  };
});
