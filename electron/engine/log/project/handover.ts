import { LEAD } from '#shared/domain/role.ts';
import { textField } from '#shared/ops/merge.ts';
import { handovers } from '../../store/handovers.ts';
import { personField } from './person.ts';
import { projectRecord } from './record.ts';

export const projectHandover = projectRecord('handover', handovers, (state, db) => {
  const to = personField(db, state, 'to');
  if (to === null) return null;
  return {
    role: textField(state, 'role') ?? LEAD,
    from: personField(db, state, 'from'),
    to,
    brief: textField(state, 'brief') ?? '',
    state: textField(state, 'state') ?? 'offered',
  };
});
