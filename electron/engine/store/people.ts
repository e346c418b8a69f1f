import { bareName, type PersonRef } from '#shared/domain/person.ts';
import type { Db } from './database.ts';
import { userName } from './slack-users.ts';

/** A person's name as far as it is known here; an id nobody has named yet is shown as it is. */
export function nameOf(db: Db, ref: PersonRef): string {
  return userName(db, ref) ?? bareName(ref);
}
