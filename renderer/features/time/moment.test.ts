import { expect, it } from 'vitest';
import { dayName } from './moment.tsx';

const at = (year: number, month: number, day: number, hour = 12) =>
  new Date(year, month - 1, day, hour).getTime();
const now = at(2026, 3, 1, 0);

it.each([
  [at(2026, 3, 1, 23), 'Today'],
  [at(2026, 2, 28, 23), 'Yesterday'],
  [at(2026, 2, 27), 'Friday, February 27'],
  [at(2025, 12, 31), 'Wednesday, December 31, 2025'],
])('names a day as people do', (moment, name) => {
  expect(dayName(moment, now)).toBe(name);
});
