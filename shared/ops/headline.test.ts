import { expect, test } from 'vitest';
import { isHeadline } from './headline.ts';

test.each([
  ['incident', { severity: 'major' }, true],
  ['incident', { status: 'fixing', name: 'Slow' }, true],
  ['role:lead', { person: 'U0BEN' }, true],
  ['role:lead', { person: null }, true],
  ['update:01J0000000000000000000000A', { conditions: 'Rolling back' }, true],
  ['incident', { code: 'INC-7F3K', name: 'Slow', severity: 'minor', status: 'triage' }, false],
  ['incident', { name: 'Slow' }, false],
  ['role:scribe', { person: 'U0BEN' }, false],
  ['entry:01J0000000000000000000000A', { text: 'a note' }, false],
  ['update:01J0000000000000000000000A', { deleted: true }, false],
])('%s %o: %s', (entity, set, expected) => {
  expect(isHeadline({ entity, set })).toBe(expected);
});
