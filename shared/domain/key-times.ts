import { isTime } from '../base/time.ts';

/** The moments a review asks for, in the order in which they usually come. */
export const KEY_TIMES = [
  'began',
  'detected',
  'declared',
  'acknowledged',
  'mitigated',
  'resolved',
  'closed',
] as const;
export type KeyTime = (typeof KEY_TIMES)[number];

const NAMES: Record<KeyTime, string> = {
  began: 'Impact began',
  detected: 'Detected',
  declared: 'Declared',
  acknowledged: 'Acknowledged',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
  closed: 'Closed',
};

export function keyTimeName(key: KeyTime): string {
  return NAMES[key];
}

/** The incident's field that holds a key time somebody set: `time.began`. */
export function keyTimeField(key: KeyTime): `time.${KeyTime}` {
  return `time.${key}`;
}

/** A status the incident took, and when. */
export type Reached = { readonly status: string; readonly at: number };

/** A known key time: `set` by a person, or what `follows` from the changes of status. */
export type KnownTime = { readonly at: number; readonly by: 'set' | 'follows' };

/** Null where nobody said it and nothing says it by itself: it is asked for, never guessed. */
export type KeyTimes = { readonly [K in KeyTime]: KnownTime | null };

/** Work has begun: somebody has taken it on. */
const AT_WORK = ['investigating', 'fixing', 'monitoring'];
/** Steps that keep what an earlier one reached. */
const AFTER: Partial<Record<KeyTime, readonly string[]>> = {
  mitigated: ['monitoring', 'resolved', 'closed'],
  resolved: ['resolved', 'closed'],
  closed: ['closed'],
};
/** They interrupt an incident or end it another way, and take nothing back that was reached. */
const ASIDE = ['paused', 'merged', 'declined'];

/**
 * The key times of an incident.
 * @param declaredAt when it was declared, ms since 1970
 * @param history its statuses in order
 * @param fields what people set: the value of `time.*`, where there is one
 */
export function keyTimesOf(
  declaredAt: number,
  history: readonly Reached[],
  fields: (field: string) => unknown,
): KeyTimes {
  const steps = history.filter((step) => !ASIDE.includes(step.status));
  const follows: { readonly [K in KeyTime]: number | null } = {
    began: null,
    detected: null,
    declared: declaredAt,
    acknowledged: steps.find((step) => AT_WORK.includes(step.status))?.at ?? null,
    mitigated: reached(steps, 'monitoring', AFTER.mitigated),
    resolved: reached(steps, 'resolved', AFTER.resolved),
    closed: reached(steps, 'closed', AFTER.closed),
  };
  const times = KEY_TIMES.map((key): [KeyTime, KnownTime | null] => {
    const set = fields(keyTimeField(key));
    if (isTime(set)) return [key, { at: set, by: 'set' }];
    const at = follows[key];
    return [key, at === null ? null : { at, by: 'follows' }];
  });
  return Object.fromEntries(times) as KeyTimes;
}

/** When a step was reached for good: a reopened incident has reached it only the next time. */
function reached(
  steps: readonly Reached[],
  status: string,
  keeps: readonly string[] = [],
): number | null {
  const lastBefore = steps.findLastIndex((step) => !keeps.includes(step.status));
  return steps.slice(lastBefore + 1).find((step) => step.status === status)?.at ?? null;
}

/** When the incident's clock stopped: when it was over, or what a person says it was. */
export function endOf(times: KeyTimes, isOverSince: number): number {
  return times.resolved?.at ?? times.closed?.at ?? isOverSince;
}
