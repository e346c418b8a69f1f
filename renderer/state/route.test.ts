import { expect, it } from 'vitest';
import { parseRoute, routeHash } from './route.ts';

it.each([
  '#/',
  '#/settings',
  '#/queue',
  '#/diagnostics',
  '#/hud',
  '#/hud/01JZ0000000000000000000000',
  '#/incident/01JZ0000000000000000000000',
  '#/incident/01JZ0000000000000000000000/post-mortem',
])('%s leads there', (hash) => {
  expect(routeHash(parseRoute(hash))).toBe(hash);
});

it('a link fills a declaration in', () => {
  const name = 'Checkout & #cart';
  expect(parseRoute(`#/declare?name=${encodeURIComponent(name)}`)).toEqual({
    page: 'declare',
    name,
  });
  expect(parseRoute(routeHash({ page: 'declare', name }))).toEqual({ page: 'declare', name });
  expect(parseRoute('#/declare')).toEqual({ page: 'declare', name: '' });
});

it.each([
  '',
  '#',
  '#/incident/',
  '#/incident/../x',
  '#/incident//post-mortem',
  '#token=abc',
  '#/nowhere',
])('"%s" leads to the Desk', (hash) => {
  expect(parseRoute(hash)).toEqual({ page: 'desk' });
});
