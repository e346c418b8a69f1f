import { MINUTE } from '../base/duration.ts';
import { localTime } from '../base/local-time.ts';

/** Between which hours, and on which days, nobody is reminded of what can wait. */
export type QuietHours = {
  /** Minutes since midnight, where the person is; `from` may be later than `to`: over the night. */
  readonly from: number;
  readonly to: number;
  /** Also all of Saturday and Sunday. */
  readonly weekends: boolean;
};

export const DAY_MINUTES = 24 * 60;
/** An hour a day is left in which somebody can be told. */
export const QUIET_MAX = DAY_MINUTES - 60;

export const DEFAULT_QUIET_HOURS: QuietHours = { from: 18 * 60, to: 9 * 60, weekends: true };

/** How long it is quiet on a day that is not all quiet, in minutes. */
export const quietMinutes = ({ from, to }: Pick<QuietHours, 'from' | 'to'>): number =>
  (to - from + DAY_MINUTES) % DAY_MINUTES;

/**
 * Whether it is quiet at a time of the week.
 * @param weekday 1 is Monday, 7 is Sunday
 * @param minute since midnight
 */
export function isQuiet(hours: QuietHours, weekday: number, minute: number): boolean {
  if (hours.weekends && weekday > 5) return true;
  return (minute - hours.from + DAY_MINUTES) % DAY_MINUTES < quietMinutes(hours);
}

const STEP_MS = 15 * MINUTE;
/** A long weekend is over by then, whatever the zone does. */
const STEPS_MAX = 5 * 24 * 4;

/** What somebody chose as their quiet, and the zone they are in. */
export type Quiet = { readonly hours: QuietHours; readonly zone: string };

/** Whether what can wait may be told now. */
export function isOpen(now: number, { hours, zone }: Quiet): boolean {
  const { weekday, hour, minute } = localTime(now, zone);
  return !isQuiet(hours, weekday, hour * 60 + minute);
}

/** When what can wait may next be told: `from` itself, or later. */
export function nextOpen(from: number, quiet: Quiet): number {
  let at = from;
  for (let i = 0; i < STEPS_MAX && !isOpen(at, quiet); i++) at = at - (at % STEP_MS) + STEP_MS;
  return at;
}
