import { textsOf } from '#shared/domain/record.ts';
import { fieldValue, textField } from '#shared/ops/merge.ts';
import { customFields } from '../../store/custom-fields.ts';
import { projectRecord } from './record.ts';

export const projectCustomField = projectRecord('field', customFields, (state) => {
  const name = textField(state, 'name');
  const type = textField(state, 'type');
  if (name === null || type === null) return null;
  const options = textsOf(fieldValue(state, 'options'));
  return { name, type, options, value: fieldValue(state, 'value') ?? null };
});
