import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutSaid } from './cut-said.ts';

it('leaves a short text as it is', () => {
  expect(cutSaid('5xx from eu-west', 'slack')).toBe(null);
  expect(cutSaid('a\n'.repeat(15), 'typed')).toBe(null);
});

it('cuts a long one, and one of many lines', () => {
  expect(cutSaid('x'.repeat(40_000), 'typed')).toBe(`${'x'.repeat(1_200)}…`);
  expect(cutSaid('a\n'.repeat(40), 'typed')?.split('\n')).toHaveLength(16);
});

it('keeps what it cuts in a block of code in one', () => {
  expect(cutSaid(`\`\`\`${'x'.repeat(4_000)}\`\`\``, 'slack')?.endsWith('\n```')).toBe(true);
});

it('never cuts in the middle of a control sequence, an escape or a character', () => {
  const parts = fc.constantFrom('<https://acme.test/a|b>', '<@U0BEN>', '&amp;', '😀', 'x ');
  fc.assert(
    fc.property(fc.array(parts, { minLength: 400, maxLength: 800 }), (said) => {
      const cut = cutSaid(said.join(''), 'slack') ?? '';
      expect(cut.isWellFormed()).toBe(true);
      expect(cut).toMatch(/^(?:<https:\/\/acme\.test\/a\|b>|<@U0BEN>|&amp;|😀|x| )*…?$/u);
    }),
  );
});
