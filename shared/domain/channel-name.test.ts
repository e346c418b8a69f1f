import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelName } from './channel-name.ts';

test.each([
  ['INC-7F3K', 'Checkout errors in EU', 'inc-7f3k-checkout-errors-in-eu'],
  ['INC-7F3K', 'Zahlungen für Köln: 50 % Fehler!', 'inc-7f3k-zahlungen-fur-koln-50-fehler'],
  ['INC-7F3K', '支払いエラー', 'inc-7f3k'],
])('%s %s → %s', (code, name, expected) => {
  expect(channelName(code, name)).toBe(expected);
});

test('any name gives one that Slack accepts, with room for a suffix', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      expect(channelName('INC-7F3K', name)).toMatch(/^inc-7f3k(-[a-z0-9]+)*$/);
      expect(channelName('INC-7F3K', name).length).toBeLessThanOrEqual(77);
    }),
  );
});
