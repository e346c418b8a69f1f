import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMeant, readQuery } from './search-query.ts';

const read = (typed: string, zone = 'UTC') => readQuery(typed, zone);

it('takes the operators out and leaves the words, the unfinished one last', () => {
  expect(read('severity:Major pool lead:@me exha')).toMatchObject({
    words: 'pool  exha',
    severity: 'major',
    lead: 'me',
    status: null,
    problems: [],
  });
  expect(read('lead:"Ana de Souza"')).toMatchObject({ words: '', lead: 'ana de souza' });
});

it('leaves what only looks like an operator to the words', () => {
  for (const typed of ['https://a.test/x', 'xseverity:major', 'error:500', 'before noon']) {
    expect(read(typed)).toMatchObject({ words: typed, severity: null, before: null });
  }
});

it('begins days where the reader is, also where the clocks change that day', () => {
  const day = (date: string, zone: string) => read(`after:${date}`, zone).after;
  expect(day('2026-10-01', 'UTC')).toBe(Date.UTC(2026, 9, 1));
  expect(day('2026-10-01', 'Europe/Berlin')).toBe(Date.UTC(2026, 8, 30, 22));
  expect(day('2026-10-25', 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 24, 22));
  expect(day('2026-03-29', 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 28, 23));
  expect(read('before:2026-10-01').before).toBe(Date.UTC(2026, 9, 1));
});

it('says what it cannot read, and waits for what is still being typed', () => {
  expect(read('before:2026-1').problems).toEqual([]);
  expect(read('before:2026-13-41').problems).toEqual(['Write the day like 2026-10-01: 2026-13-41']);
  expect(read('severity:').severity).toBeNull();
});

it('knows which incidents are meant', () => {
  const mine = { severity: 'major', status: 'fixing', lead: { ref: 'U1', name: 'Ana de Souza' } };
  const meant = (typed: string) => isMeant(read(typed), mine, 'U1');
  for (const typed of ['', 'severity:maj', 'status:fixing lead:@me', 'lead:souza']) {
    expect(meant(typed)).toBe(true);
  }
  for (const typed of [
    'severity:minor',
    'lead:nobody',
    'lead:ben',
    'severity:major status:closed',
  ]) {
    expect(meant(typed)).toBe(false);
  }
});

describe('whatever is typed', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('severity:', 'lead:"', 'before:2026-02-30', 'after:', ':', '"', ' '),
  );

  it('is read, and nothing but operators is taken out of it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const typed = pieces.join('');
        const query = read(typed, 'Europe/Berlin');
        const left = query.words.replace(/\s/g, '');
        let at = 0;
        for (const letter of left) {
          at = typed.indexOf(letter, at);
          expect(at).toBeGreaterThanOrEqual(0);
          at += letter.length;
        }
      }),
    );
  });

  it('is read the same when its operators stand elsewhere', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}$/), (word) => {
        const query = { words: word, severity: 'major', lead: 'me' };
        const before = read(`severity:major lead:me ${word}`);
        const behind = read(`${word} severity:major lead:me`);
        expect(before).toMatchObject(query);
        expect({ ...behind, words: behind.words.trim() }).toMatchObject(query);
      }),
    );
  });
});
