import { expect, it } from 'vitest';
import { MINUTE } from '#shared/base/duration.ts';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { noteItem } from '../../testing/timeline-items.ts';
import { changeWords, foldedWords, goesOn, sharesMinute, startsDay } from './entry-words.ts';

const noon = new Date(2026, 2, 1, 12).getTime();
const note = (by: string, minutes: number): TimelineItemT =>
  noteItem({ id: `${by}${minutes}`, at: noon + minutes * MINUTE, by: { ref: by, name: by } });

it('names people as the window knows them, else by what their ref says', () => {
  const change = { kind: 'role', role: 'lead', name: null, from: 'name:Ana', to: 'U0BEN' } as const;
  expect(changeWords([change], { U0BEN: 'Ben' })).toBe('Lead: Ana → Ben');
});

it('joins what one person says within five minutes', () => {
  expect(goesOn(note('ana', 0), note('ana', 4))).toBe(true);
  expect(goesOn(note('ana', 0), note('ana', 5))).toBe(false);
  expect(goesOn(note('ben', 0), note('ana', 1))).toBe(false);
  expect(goesOn(undefined, note('ana', 1))).toBe(false);
});

it('starts a day at its first entry', () => {
  expect(startsDay(undefined, note('ana', 0))).toBe(true);
  expect(startsDay(note('ana', 0), note('ana', 30))).toBe(false);
  expect(startsDay(note('ana', 0), note('ana', 13 * 60))).toBe(true);
});

it('shows a time once a minute', () => {
  expect(sharesMinute(note('ana', 0), note('ben', 0.5))).toBe(true);
  expect(sharesMinute(note('ana', 0), note('ana', 1))).toBe(false);
  expect(sharesMinute(undefined, note('ana', 0))).toBe(false);
});

it('folds a brief that came along, and leaves short words whole', () => {
  expect(foldedWords('Status: Triage → Fixing')).toBeNull();
  expect(foldedWords('Lead to be handed over to Ben: Fixing\n\nOpen actions')).toBe(
    'Lead to be handed over to Ben: Fixing …',
  );
  expect(foldedWords(`${'word '.repeat(40)}`)).toMatch(/^(word )+word …$/);
});
