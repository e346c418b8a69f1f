import { HOUR, MINUTE } from '#shared/base/duration.ts';
import type { Choice } from '../../ui/picker.tsx';

/** No time is set. */
export const NO_TIME = 'none';

/** `10 min`, `1 h`, `2 d`: a span as it stands in a list of choices. */
export function spanName(minutes: number): string {
  if (minutes < 60 || minutes % 60 !== 0) return `${minutes} min`;
  const hours = minutes / 60;
  return hours % 24 === 0 && hours >= 48 ? `${hours / 24} d` : `${hours} h`;
}

/** Choices of how many minutes from now, each a key such as `20`. */
export const spanChoices = (minutes: readonly number[]): Choice[] =>
  minutes.map((span) => ({ key: String(span), name: `in ${spanName(span)}` }));

/** The moment a key of `spanChoices` stands for at `now`; null for `NO_TIME`. */
export function spanEnd(key: string, now: number): number | null {
  return key === NO_TIME ? null : now + Number(key) * MINUTE;
}

/** How long until a moment, or since: `in 4 min`, `3 min ago`, `now`. */
export function fromNow(at: number, now: number): string {
  const left = at - now;
  const span = Math.abs(left);
  if (span < MINUTE) return left > 0 ? 'in 1 min' : 'now';
  const shown = left > 0 ? spanUp(span) : spanDown(span);
  return left > 0 ? `in ${shown}` : `${shown} ago`;
}

/** What is still to come is rounded up, so that it is never over before it is. */
function spanUp(ms: number): string {
  if (ms < 2 * HOUR) return `${Math.ceil(ms / MINUTE)} min`;
  return ms < 48 * HOUR ? `${Math.round(ms / HOUR)} h` : `${Math.round(ms / (24 * HOUR))} d`;
}

function spanDown(ms: number): string {
  if (ms < 2 * HOUR) return `${Math.floor(ms / MINUTE)} min`;
  return ms < 48 * HOUR ? `${Math.floor(ms / HOUR)} h` : `${Math.floor(ms / (24 * HOUR))} d`;
}
