import { MINUTE } from '../base/duration.ts';
import { type DeviceId, randomCode } from '../base/ids.ts';

declare const brand: unique symbol;
/**
 * A hybrid logical clock stamp, `<ms>-<counter>-<device>`, that sorts as a string:
 * 9 digits of base 36 for the milliseconds, 4 for the counter, then the device.
 * @see Kulkarni et al., "Logical Physical Clocks" (2014)
 */
export type Stamp = string & { readonly [brand]: 'Stamp' };

const MS_DIGITS = 9;
const COUNTER_DIGITS = 4;
const COUNTER_MAX = 36 ** COUNTER_DIGITS - 1;
const DEVICE_LENGTH = 10;

export const STAMP_PATTERN = /^[0-9a-z]{9}-[0-9a-z]{4}-[0-9A-HJKMNP-TV-Z]{10}$/;

export const DEVICE_PATTERN = /^[0-9A-HJKMNP-TV-Z]{10}$/;

export function newDeviceId(random: () => number): DeviceId {
  return randomCode(random, DEVICE_LENGTH) as DeviceId;
}

/** What every stamp of a moment begins with: it sorts before all of them. @param ms since 1970 */
export function momentPrefix(ms: number): string {
  return Math.floor(ms).toString(36).padStart(MS_DIGITS, '0');
}

export function makeStamp(ms: number, counter: number, device: DeviceId): Stamp {
  return `${momentPrefix(ms)}-${counter.toString(36).padStart(COUNTER_DIGITS, '0')}-${device}` as Stamp;
}

/** The wall clock part, ms since 1970. */
export function stampMs(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(0, MS_DIGITS), 36);
}

export function stampDevice(stamp: Stamp): DeviceId {
  const from = MS_DIGITS + 1 + COUNTER_DIGITS + 1;
  return stamp.slice(from, from + DEVICE_LENGTH) as DeviceId;
}

function stampCounter(stamp: Stamp): number {
  const from = MS_DIGITS + 1;
  return Number.parseInt(stamp.slice(from, from + COUNTER_DIGITS), 36);
}

/**
 * The next stamp of this device: later than `last`, the highest stamp it has made or seen, so that
 * a person's change always wins over what they could see when they made it.
 */
export function nextStamp(last: Stamp | null, now: number, device: DeviceId): Stamp {
  if (last === null || now > stampMs(last)) return makeStamp(now, 0, device);
  const counter = stampCounter(last) + 1;
  return counter > COUNTER_MAX
    ? makeStamp(stampMs(last) + 1, 0, device)
    : makeStamp(stampMs(last), counter, device);
}

/** How far ahead of Slack's clock a desktop's own may be before its ops are held back. */
const AHEAD_MAX = 10 * MINUTE;

/**
 * The stamp that an op is ordered by: its own, but never later than ten minutes after the first
 * message that carried it. A clock that is hours ahead can then not win for hours; and every desktop
 * that knows the message comes to the same stamp. What was held back keeps its own order, since its
 * own stamp follows the bound.
 * @param carriedAt the lowest `ts` (ms since 1970) of the messages that carried it; null before
 */
export function effectiveStamp(at: Stamp, carriedAt: number | null): Stamp {
  if (carriedAt === null || stampMs(at) <= carriedAt + AHEAD_MAX) return at;
  return `${makeStamp(carriedAt + AHEAD_MAX, 0, stampDevice(at))}/${at}` as Stamp;
}
