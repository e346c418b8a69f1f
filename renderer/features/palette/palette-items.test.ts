import { expect, it } from 'vitest';
import type { SearchHitT } from '#shared/contract/search-view.ts';
import type { DeskViewT, IncidentRowT } from '#shared/contract/views.ts';
import { hitKind, paletteItems } from './palette-items.ts';

const row = (id: string, name: string) => ({ id, code: 'INC-7F3K', name }) as IncidentRowT;
const desk: DeskViewT = {
  notice: null,
  active: [row('1', 'Checkout errors')],
  after: [],
  recent: [row('2', 'Écran noir')],
};
const offers = [
  { name: 'declare', label: 'Declare incident', hint: 'N' },
  { name: 'rename', label: 'Rename the incident', hint: 'E' },
];
const hit = (kind: string, incident: string) =>
  ({ kind, incident, id: `${kind} ${incident}` }) as SearchHitT;
const keys = (typed: string, hits: readonly SearchHitT[] = []) =>
  paletteItems(typed, offers, desk, hits).map(({ key }) => key);

it('offers everything before anything is typed', () => {
  expect(keys('')).toEqual(['declare', 'rename', '1', '2']);
});

it('keeps what each typed word begins a word of, without regard to accents', () => {
  expect(keys('inc ren')).toEqual(['rename']);
  expect(keys('7f3')).toEqual(['1', '2']);
  expect(keys('ecran')).toEqual(['2']);
  expect(keys('cident')).toEqual([]);
});

it('shows an incident once, and what was found inside it beside it', () => {
  const hits = [hit('incident', '1'), hit('entry', '1'), hit('incident', '9')];
  expect(keys('check', hits)).toEqual(['1', '1 entry entry 1', '9 incident incident 9']);
});

it('has a word for whatever is found', () => {
  expect(hitKind('follow_up')).toBe('Follow-up');
  expect(hitKind('constructor')).toBe('Entry');
});
