import { textField } from '#shared/ops/merge.ts';
import { relations } from '../../store/relations.ts';
import { projectRecord } from './record.ts';

export const projectRelation = projectRecord('relation', relations, (state) => {
  const as = textField(state, 'as');
  const code = textField(state, 'code');
  if (as === null || code === null) return null;
  return { as, code, name: textField(state, 'name') };
});
