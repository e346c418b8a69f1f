import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchWords, snippetOf, wordsIn } from './search-words.ts';

describe('what a person types', () => {
  test('is words, folded; the last one may go on once it has three letters', () => {
    expect(searchWords('Checkout ÉCRAN eu-w')).toEqual([
      { text: 'checkout', open: false },
      { text: 'ecran', open: false },
      { text: 'eu', open: false },
      { text: 'w', open: false },
    ]);
    expect(searchWords('check').at(-1)).toEqual({ text: 'check', open: true });
    expect(searchWords('check ').at(-1)).toEqual({ text: 'check', open: false });
    expect(searchWords('障害').at(-1)).toEqual({ text: '障害', open: true });
  });

  test.each(['', '   ', '"""', '*', '-- ^ ( )', '👩‍🚀'])('may hold no word at all: %j', (typed) => {
    expect(searchWords(typed)).toEqual([]);
  });
});

describe('a snippet', () => {
  test('marks what was looked for, by its beginning where the word is open', () => {
    const { text, marks } = snippetOf('Checkout is slow, checkouts fail', searchWords('check'));
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['Checkout', 'checkouts']);
  });

  test('is the piece around the first word found', () => {
    const far = `${'before '.repeat(100)}needle${' after'.repeat(100)}`;
    const { text, marks } = snippetOf(far, searchWords('needle'));
    expect(text).toMatch(/^…before.* needle after.*…$/);
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['needle']);
  });

  test('of any text has its marks inside it, each on a word that was looked for', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 60 }), anything, (parts, typed) => {
        const words = searchWords(typed);
        const { text, marks } = snippetOf([...parts, typed].join(' '), words);
        for (const [from, to] of marks) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(to).toBeGreaterThan(from);
        }
        expect(wordsIn(typed, words).found.length).toBeGreaterThanOrEqual(words.length > 0 ? 1 : 0);
      }),
    );
  });
});
