import type { PersonViewT, TimelineItemT } from '#shared/contract/views.ts';
import { isSlackUser } from '#shared/domain/person.ts';
import { peopleIn } from '#shared/domain/sentence.ts';
import type { Db } from '../store/database.ts';
import { personView } from './people.ts';

/** Whom a message calls. */
const CALLED = /<@([A-Z0-9]{1,32})[|>]/g;

/** Everybody of whom lines speak: their sentences and calls are made where they are shown. */
export function peopleOfItems(db: Db, items: readonly TimelineItemT[]): PersonViewT[] {
  return [...new Set(items.flatMap(refsIn))].map((ref) => personView(db, ref));
}

function refsIn(item: TimelineItemT): readonly string[] {
  if (item.kind === 'change') return item.changes.flatMap(peopleIn);
  const called = [...(item.slackText ?? '').matchAll(CALLED)];
  return called.map(([, ref]) => ref ?? '').filter(isSlackUser);
}
