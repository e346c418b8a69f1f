import { textField, timeField } from '#shared/ops/merge.ts';
import { updates } from '../../store/updates.ts';
import { projectRecord } from './record.ts';

export const projectUpdate = projectRecord('update', updates, (state) => ({
  audience: textField(state, 'audience') ?? 'internal',
  form: textField(state, 'form') ?? 'full',
  conditions: textField(state, 'conditions') ?? '',
  actions: textField(state, 'actions') ?? '',
  needs: textField(state, 'needs') ?? '',
  nextBy: timeField(state, 'nextBy'),
}));
