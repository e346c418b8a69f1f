import { isSlackUser, type PersonRef } from '#shared/domain/person.ts';
import { type EntityState, textField } from '#shared/ops/merge.ts';
import type { Db } from '../../store/database.ts';
import { meetUser } from '../../store/slack-users.ts';

/** The person a field names, or null; somebody new is noted, so that their name is asked for. */
export function personField(db: Db, state: EntityState, field: string): PersonRef | null {
  const ref = textField(state, field);
  if (ref !== null && isSlackUser(ref)) meetUser(db, ref);
  return ref;
}
