import { expect, test } from 'vitest';
import { parseOp } from './op.ts';

const good = {
  v: 1,
  id: '01K0000000000000000000000Z',
  at: '000000abc-0000-AAAAAAAAAA',
  by: 'U0ANA',
  incident: '01K0000000000000000000000A',
  entity: 'action:01K0000000000000000000000B',
  set: { text: 'Roll back' },
};

test('an op of ours is read as it is', () => {
  expect(parseOp(good)).toEqual({ ok: true, value: good });
});

test('what a newer version adds is kept', () => {
  const newer = { ...good, v: 9, mood: 'calm', set: { ...good.set, risk: { level: 2 } } };
  expect(parseOp(newer)).toEqual({ ok: true, value: newer });
});

test('a field named __proto__ goes nowhere', () => {
  const sly = JSON.parse(JSON.stringify(good).replace('"text":', '"__proto__":'));
  const parsed = parseOp(sly);
  expect(parsed).toEqual({ ok: true, value: { ...good, set: {} } });
});

test.each([
  ['null', null],
  ['a list', []],
  ['no id', { ...good, id: undefined }],
  ['an id that is none', { ...good, id: 'x' }],
  ['a stamp that is none', { ...good, at: 'tomorrow' }],
  ['an entity with a blank', { ...good, entity: 'action: 1' }],
  ['a version below 1', { ...good, v: 0 }],
  ['a book', { ...good, set: { text: 'x'.repeat(300_000) } }],
])('%s is refused with a reason', (_what, input) => {
  const parsed = parseOp(input);
  expect(parsed.ok).toBe(false);
  if (!parsed.ok) expect(parsed.error).not.toBe('');
});
