import type { PersonViewT } from '#shared/contract/views.ts';
import type { Change } from '#shared/domain/change.ts';
import { bareName, type PersonRef } from '#shared/domain/person.ts';
import { peopleIn } from '#shared/domain/sentence.ts';
import { me, readAccount } from '../account.ts';
import type { Context } from '../context.ts';
import type { Db } from '../store/database.ts';
import { nameOf } from '../store/people.ts';
import { listedUsers, userName } from '../store/slack-users.ts';

/** Most people a picker offers; search over more comes with the palette. */
const PICKER_MAX = 500;

export function personView(db: Db, ref: PersonRef): PersonViewT {
  return { ref, name: nameOf(db, ref) };
}

/** Nobody where a field names nobody. */
export function personOrNull(db: Db, ref: PersonRef | null): PersonViewT | null {
  return ref === null ? null : personView(db, ref);
}

/** The person at this desktop; Slack's own name for them until the workspace's people are read. */
export function myView(context: Pick<Context, 'db' | 'ports'>): PersonViewT {
  const ref = me(context);
  const account = readAccount(context.db);
  const name = userName(context.db, ref);
  if (name === null && account !== null && ref === account.user) {
    return { ref, name: account.userName };
  }
  return { ref, name: name ?? bareName(ref) };
}

/** Whom a picker offers: me, those already part of it, then the workspace. */
export function choosablePeople(
  context: Context,
  present: readonly (PersonRef | null)[],
): readonly PersonViewT[] {
  const people = new Map<PersonRef, PersonViewT>();
  const add = (person: PersonViewT) => {
    if (!people.has(person.ref)) people.set(person.ref, person);
  };
  add(myView(context));
  for (const ref of present) if (ref !== null) add(personView(context.db, ref));
  for (const user of listedUsers(context.db, PICKER_MAX)) add({ ref: user.id, name: user.name });
  return [...people.values()];
}

/** Everybody that changes speak of: their sentences are made where they are shown. */
export function peopleOf(db: Db, changes: readonly Change[]): PersonViewT[] {
  return [...new Set(changes.flatMap(peopleIn))].map((ref) => personView(db, ref));
}
