import { HOUR, MINUTE } from '#shared/base/duration.ts';
import { localTime } from '#shared/base/local-time.ts';
import { isQuiet, type QuietHours } from '#shared/domain/quiet-hours.ts';

/** Whoever was up at night is left alone for so long. */
export const REST_MS = 12 * HOUR;
/** Hours at which one should have been asleep. */
const NIGHT_FROM = 23;
const NIGHT_TO = 5;

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

/** Whether an incident kept people up. */
export function wasOvernight(began: number, ended: number, zone: string): boolean {
  if (ended - began >= 24 * HOUR) return true;
  for (let at = began; at < ended; at += STEP_MS) if (isNight(at, zone)) return true;
  return isNight(ended, zone);
}

function isNight(at: number, zone: string): boolean {
  const { hour } = localTime(at, zone);
  return hour >= NIGHT_FROM || hour < NIGHT_TO;
}
