import { expect, it } from 'vitest';
import { parseRoute, routeHash } from './route.ts';

it.each([
  '#/',
  '#/settings',
  '#/queue',
  '#/hud',
  '#/hud/01JZ0000000000000000000000',
  '#/incident/01JZ0000000000000000000000',
  '#/incident/01JZ0000000000000000000000/post-mortem',
])('%s leads there', (hash) => {
  expect(routeHash(parseRoute(hash))).toBe(hash);
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
