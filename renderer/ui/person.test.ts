import { expect, it } from 'vitest';
import { initials } from './person.tsx';

it.each([
  ['Ana de Souza', 'AS'],
  ['ben', 'B'],
  ['  zoë   ', 'Z'],
  ['李 小龙', '李小'],
  ['ana.souza', 'AS'],
  ['🚒', ''],
])('shortens %s to %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
