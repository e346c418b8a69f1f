import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultOf } from '#shared/base/fault.ts';
import { writtenLine } from './log-line.ts';

const detailOf = (why: string) =>
  JSON.parse(
    writtenLine('2026-01-01T00:00:00.000Z', { level: 'info', event: 'x', detail: { why } }),
  ).detail.why;

test.each([
  'conversations.history',
  'SQLITE_BUSY',
  'CommandOrControl+Alt+Shift+D',
  'messages.0.blocks',
  '01K0000000000000000000000A',
  '1700000000.000100',
  'drainLane@lane.ts:53:11',
])('our own words are written: %s', (word) => {
  expect(detailOf(word)).toBe(word);
});

test.each([
  'Checkout errors in EU',
  'xoxp-123-456-abc',
  'xoxe.xoxp-1-Mi0yL',
  'Bearer:abc',
  'https://slack.com/oauth?code=1.2.3&state=5f3a',
  'w7JAoyiXhTqAcoNzeIOlMFKOFrRXsoHLMm3N2XzVbLo',
  'résumé',
  'x'.repeat(121),
])('what people write and what opens doors is left out: %s', (text) => {
  expect(detailOf(text)).toBe(`[${text.length} characters left out]`);
});

test('of a long list the first ones are written', () => {
  const ids = Array.from({ length: 12 }, (_, i) => `C${i}`);
  expect(detailOf(ids.join(','))).toBe('C0,C1,C2,C3,C4,+7');
});

test('a fault is written with where it was, and without what it said', () => {
  const line = writtenLine('t', {
    level: 'error',
    event: 'sync.lane-failed',
    fault: faultOf(new TypeError('cannot read “Checkout”')),
  });
  expect(JSON.parse(line).fault).toMatchObject({ name: 'TypeError', code: '' });
  expect(line).toContain('log-line.test.ts');
  expect(line).not.toContain('Checkout');
});

test('whatever is handed to it, a line is one line of JSON, and nothing with a blank is in it', () => {
  const words = fc.string({ unit: 'binary', maxLength: 140 });
  fc.assert(
    fc.property(words, words, words, (event, name, value) => {
      const line = writtenLine('t', { level: 'info', event, detail: { [name]: value } });
      expect(line.indexOf('\n')).toBe(line.length - 1);
      const said = line.replace(/\[\d+ characters left out\]/g, '');
      expect(said.trimEnd()).not.toMatch(/[\s\u0080-\uffff]/);
    }),
    { numRuns: 50 },
  );
});
