import { HOUR, MINUTE } from '#shared/base/duration.ts';
import { localTime } from '#shared/base/local-time.ts';

/** Whoever was up at night is left alone for so long. */
export const REST_MS = 12 * HOUR;
/** Hours at which one should have been asleep. */
const NIGHT_FROM = 23;
const NIGHT_TO = 5;

const STEP_MS = 15 * MINUTE;
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
