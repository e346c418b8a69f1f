import { expect, it } from 'vitest';
import { linesWith } from './evidence-line.ts';

const line = (id: string, text: string, who = 'Ana') => ({ id, at: 1, who, text, marker: null });
const lines = [line('1', '5xx from eu-west only'), line('2', 'Rollback is out', 'Ben Ní')];

it('finds lines by how their words begin, whoever said them', () => {
  const ids = (typed: string) => linesWith(lines, typed).map(({ id }) => id);
  expect(ids('eu-west')).toEqual(['1']);
  expect(ids('roll ni')).toEqual(['2']);
  expect(ids('west rollback')).toEqual([]);
  expect(ids('  ')).toEqual(['1', '2']);
});
