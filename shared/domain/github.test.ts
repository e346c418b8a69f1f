import { expect, test } from 'vitest';
import { readRepository } from './github.ts';

test.each([
  ['acme/shop', 'acme/shop'],
  [' acme/shop.js ', 'acme/shop.js'],
  ['https://github.com/acme/shop', 'acme/shop'],
  ['https://github.com/acme/shop.git', 'acme/shop'],
  ['github.com/acme/shop/', 'acme/shop'],
  ['acme', null],
  ['acme/shop/issues', null],
  ['acme/..', null],
  ['-acme/shop', null],
  ['acme/sh op', null],
  ['', null],
])('%s is the repository %s', (typed, repository) => {
  expect(readRepository(typed)).toBe(repository);
});
