import { LEAD } from '../domain/role.ts';
import { entityParts, type Op } from './op.ts';

/**
 * Whether an op is news for those who follow an incident from outside its channel: its severity, its
 * status, who leads, an update, how often there will be one. The declaration is not: it has its announcement.
 */
export function isHeadline({ entity, set }: Pick<Op, 'entity' | 'set'>): boolean {
  const { kind, key } = entityParts(entity);
  const has = (field: string) => Object.hasOwn(set, field);
  switch (kind) {
    case 'incident':
      return (has('severity') || has('status') || has('updateEvery')) && !has('code');
    case 'role':
      return key === LEAD && has('person');
    case 'update':
      return !has('deleted');
    default:
      return false;
  }
}
