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
