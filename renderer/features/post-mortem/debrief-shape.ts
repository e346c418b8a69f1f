import { DAY } from '#shared/base/duration.ts';
import type { IncidentViewT, PersonViewT } from '#shared/contract/views.ts';

/** The hour at which a meeting is proposed, where the reader is. */
const HOUR_PROPOSED = 10;
/** More are not listed: somebody who sends an invitation to a company writes it in the calendar. */
const PEOPLE_MAX = 60;

/** Who may want to come: who writes it, who had a role, and who took part; each once. */
export function peopleToAsk(
  { roles, participants }: Pick<IncidentViewT, 'roles' | 'participants'>,
  owner: PersonViewT | null,
): readonly PersonViewT[] {
  const all = [owner, ...roles.map(({ person }) => person), ...participants];
  const known = new Map<string, PersonViewT>();
  for (const person of all) {
    if (person !== null && !known.has(person.ref)) known.set(person.ref, person);
  }
  return [...known.values()].slice(0, PEOPLE_MAX);
}

/**
 * In the morning of the working day by which it should be, but not in the past. Times are ms since
 * 1970.
 */
export function morningOf(by: number | null, now: number): number {
  const soonest = morning(now + DAY);
  const due = morning(Math.max(by ?? 0, soonest));
  for (const days of [0, -1, -2, 1, 2]) {
    const at = morning(due + days * DAY);
    if (at >= soonest && !isWeekend(at)) return at;
  }
  return due;
}

function morning(at: number): number {
  const day = new Date(at);
  return day.setHours(HOUR_PROPOSED, 0, 0, 0);
}

const isWeekend = (at: number) => [0, 6].includes(new Date(at).getDay());
