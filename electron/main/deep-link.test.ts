import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkIn, parseDeepLink } from './deep-link.ts';

test('an incident by its code or its id', () => {
  const incident = (said: string) => parseDeepLink(`quarterdeck://incident/${said}`);
  expect(incident('INC-7F3K')).toEqual({ kind: 'incident', said: 'INC-7F3K' });
  expect(incident('inc-7f3k')).toEqual({ kind: 'incident', said: 'INC-7F3K' });
  const id = '01K0000000000000000000000A';
  expect(incident(id)).toEqual({ kind: 'incident', said: id });
});

test('a declaration to be filled in, in one plain line', () => {
  const declare = (name: string) => parseDeepLink(`quarterdeck://declare?name=${name}`);
  expect(declare('Checkout%20fails')).toEqual({ kind: 'declare', name: 'Checkout fails' });
  expect(declare('a%0Ab%E2%80%AEc%00')).toEqual({ kind: 'declare', name: 'a b c' });
  expect(declare('x'.repeat(500))).toEqual({ kind: 'declare', name: 'x'.repeat(150) });
  expect(parseDeepLink('quarterdeck://declare')).toEqual({ kind: 'declare', name: '' });
});

test.each([
  'quarterdeck://incident/',
  'quarterdeck://incident/../settings',
  'quarterdeck://incident/INC-7F3K/delete',
  'quarterdeck://incident/<script>',
  'quarterdeck://declare/now?name=x',
  'quarterdeck://settings',
  'quarterdeck://user:pass@declare?name=x',
  'quarterdeck:declare?name=x',
  'https://declare?name=x',
  'javascript:alert(1)',
  'quarterdeck://',
  '',
  `quarterdeck://declare?name=${'x'.repeat(1_000_000)}`,
])('%.60s leads nowhere', (link) => {
  expect(parseDeepLink(link)).toBeNull();
});

test('whatever comes, it is one of the two or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => {
      const link = parseDeepLink(`quarterdeck://${text}`);
      expect(['incident', 'declare', undefined]).toContain(link?.kind);
    }),
  );
});

test('a start is told its link among other arguments; options in it are no options', () => {
  const argv = ['/opt/quarterdeck', '--flag', 'quarterdeck://incident/INC-7F3K'];
  expect(linkIn(argv)).toEqual({ kind: 'incident', said: 'INC-7F3K' });
  expect(linkIn(['/opt/quarterdeck', '--profile=quarterdeck://declare'])).toBeNull();
});
