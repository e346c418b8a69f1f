import { MINUTE } from '#shared/base/duration.ts';
import { zonedClock } from '#shared/base/local-time.ts';
import type { Choice } from '../../ui/picker.tsx';
import { NO_TIME, spanEnd, spanName } from '../time/span.ts';

/** More often than every ten minutes is noise; later than in four hours is no cadence. */
const SPANS = [10, 15, 20, 30, 60, 120, 240];
/** Before a moment that is set by something else, such as the end of a watch. */
const AT = 'at:';

/** What is chosen at first: so many minutes from now, or the moment itself where that is fixed. */
export function nextByKey(nextBy: number | null, now: number, isFixed: boolean): string {
  if (nextBy === null) return NO_TIME;
  if (isFixed) return `${AT}${nextBy}`;
  return String(Math.max(1, Math.round((nextBy - now) / MINUTE)));
}

/** The moment that a choice promises, if it is posted at `now`. */
export function nextByTime(key: string, now: number): number | null {
  return key.startsWith(AT) ? Number(key.slice(AT.length)) : spanEnd(key, now);
}

/** Each with its time on the reader's clock: `in 20 min · 02:35 CET`. */
export function nextByChoices(suggested: string, now: number, zone: string): readonly Choice[] {
  const spans = suggested === NO_TIME || suggested.startsWith(AT) ? [] : [Number(suggested)];
  const minutes = [...new Set([...SPANS, ...spans])].sort((a, b) => a - b);
  const fixed = suggested.startsWith(AT) ? [suggested] : [];
  return [
    ...fixed.map((key) => ({ key, name: clockOf(key, now, zone) })),
    ...minutes.map((span) => ({
      key: String(span),
      name: `in ${spanName(span)} · ${clockOf(String(span), now, zone)}`,
    })),
    { key: NO_TIME, name: 'No time promised' },
  ];
}

const clockOf = (key: string, now: number, zone: string) =>
  zonedClock(nextByTime(key, now) ?? now, zone);
