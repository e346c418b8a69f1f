import { expect, it } from 'vitest';
import { DAY } from '#shared/base/duration.ts';
import { morningOf, peopleToAsk } from './debrief-shape.ts';

const ana = { ref: 'U1', name: 'Ana' };
const ben = { ref: 'U2', name: 'Ben' };
const now = new Date(2026, 10, 21, 2, 3).getTime();

it('asks whoever writes it, had a role or took part, each once', () => {
  const role = { key: 'lead', name: 'Lead', person: ana };
  const parts = { roles: [role, { ...role, person: null }], participants: [ana, ben] };
  const asked = peopleToAsk(parts as unknown as Parameters<typeof peopleToAsk>[0], ben);
  expect(asked.map(({ name }) => name)).toEqual(['Ben', 'Ana']);
});

it('proposes a morning of a working day: by when it is due, and tomorrow at the soonest', () => {
  // 21 November 2026 is a Saturday.
  const proposed = (by: number | null) => {
    const date = new Date(morningOf(by, now));
    return [date.getDate(), date.getHours()];
  };
  expect(proposed(null)).toEqual([23, 10]);
  expect(proposed(now - 5 * DAY)).toEqual([23, 10]);
  expect(proposed(now + 5 * DAY)).toEqual([26, 10]);
  expect(proposed(now + 8 * DAY)).toEqual([27, 10]);
});
