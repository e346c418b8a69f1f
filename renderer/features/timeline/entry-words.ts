import { MINUTE } from '#shared/base/duration.ts';
import type { TimelineItemT } from '#shared/contract/views.ts';
import type { Change } from '#shared/domain/change.ts';
import { bareName } from '#shared/domain/person.ts';
import { sentence } from '#shared/domain/sentence.ts';
import { type Names, nameIn } from '../../ui/names.ts';
import { dayOf, localTime } from '../time/moment.tsx';

/** What an op did, as one line. */
export function changeWords(changes: readonly Change[], names: Names): string {
  return changes
    .map((change) => sentence(change, (ref) => nameIn(names, ref) ?? bareName(ref), localTime))
    .join(' · ');
}

/** Two lines of what was done: more is opened when it is wanted. */
const FOLDED = 160;

/** The beginning of a long sentence, at the end of a word; null where all of it is short. */
export function foldedWords(words: string): string | null {
  const line = words.split('\n', 1)[0] ?? '';
  if (words.length <= FOLDED && line === words) return null;
  if (line.length <= FOLDED) return `${line} …`;
  const end = line.lastIndexOf(' ', FOLDED);
  return `${line.slice(0, end > 0 ? end : FOLDED)} …`;
}

/** Whether the incident's status changed: one phase ends, another begins. */
export function isPhase(item: TimelineItemT): boolean {
  return item.kind === 'change' && item.changes.some(({ kind }) => kind === 'status');
}

/** Messages of one person within this time read as one. */
const TOGETHER = 5 * MINUTE;

/** Whether a person goes on speaking, so that their name need not stand there again. */
export function goesOn(before: TimelineItemT | undefined, item: TimelineItemT): boolean {
  return (
    before !== undefined &&
    item.kind !== 'change' &&
    before.kind === item.kind &&
    before.by.ref === item.by.ref &&
    item.at - before.at < TOGETHER &&
    dayOf(before.at) === dayOf(item.at)
  );
}

/** Whether the time of an item stands on the row before it already. */
export function sharesMinute(before: TimelineItemT | undefined, item: TimelineItemT): boolean {
  if (before === undefined || startsDay(before, item)) return false;
  return Math.floor(before.at / MINUTE) === Math.floor(item.at / MINUTE);
}

/** Whether an item is the first of its day. */
export function startsDay(before: TimelineItemT | undefined, item: TimelineItemT): boolean {
  return before === undefined || dayOf(before.at) !== dayOf(item.at);
}
