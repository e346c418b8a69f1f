import { MINUTE } from '../base/duration.ts';
import type { Audience } from './update.ts';

/** How often one audience hears, in minutes. */
export type Rhythm = {
  /** After the declaration, or after the severity that asks for it. */
  readonly first: number;
  /** After the first one, which promises no scope yet; null where the first is like any other. */
  readonly scope: number | null;
  /** After any later one. */
  readonly every: number;
};

/** The two clocks of a severity. Null: this audience is told only if somebody chooses to. */
export type Cadence = { readonly [A in Audience]: Rhythm | null };

/** More often is noise, but for the first ones. */
export const EVERY_MIN = 10;
/** Longer than a day is no cadence. */
export const EVERY_MAX = 24 * 60;
export const FIRST_MIN = 1;

const INTERNAL: Rhythm = { first: 30, scope: null, every: 30 };
const EXTERNAL: Rhythm = { first: 5, scope: 5, every: 20 };

/**
 * What holds until a team chooses: colleagues hear every half hour of any incident, customers of all
 * but the mildest.
 * @param severities mildest first
 */
export function defaultCadence(severity: string, severities: readonly string[]): Cadence {
  const isMildest = severities.length > 1 && severities[0] === severity;
  return { internal: INTERNAL, external: isMildest ? null : EXTERNAL };
}

/** After so long a slower cadence is offered. */
export const LONG_INCIDENT_MS = 120 * MINUTE;
/** Before this nobody knows how long it will last. */
export const LONG_INCIDENT_MIN_MS = 60 * MINUTE;
/** What a long incident is offered, in minutes. */
export const LONG_EVERY = 60;

/** When an audience's next update is due. */
export type UpdateDue = {
  readonly audience: Audience;
  /** The `first`, the `scope` that follows a first notice, or the `next` one. */
  readonly kind: 'first' | 'scope' | 'next';
  /** ms since 1970; it may have passed. */
  readonly at: number;
  /** The last update promised this time; else it follows from the cadence. */
  readonly promised: boolean;
};

/** An update that was written, as far as the clock goes by it. */
export type Told = { readonly at: number; readonly nextBy: number | null };

/** All that an audience's clock goes by. Times in ms since 1970. */
export type ClockState = {
  readonly audience: Audience;
  readonly rhythm: Rhythm | null;
  /** Minutes, where the incident has gone over to a slower cadence. */
  readonly longEvery: number | null;
  /** Since when this audience is to be told, and the incident runs without a pause. */
  readonly since: number;
  /** How many updates it had, and the last one. */
  readonly count: number;
  readonly last: Told | null;
};

/**
 * When the next update is due: what the last one promised, else what the cadence says. Null where
 * nothing is promised and no cadence holds. The one place in which this is decided.
 */
export function updateDue(state: ClockState): UpdateDue | null {
  const { audience, rhythm, last, since } = state;
  if (last === null) {
    if (rhythm === null) return null;
    return { audience, kind: 'first', at: since + rhythm.first * MINUTE, promised: false };
  }
  const isScope = state.count === 1 && rhythm?.scope != null;
  const kind = isScope ? 'scope' : 'next';
  const follows = cadenceAfter(state, isScope);
  const at = last.nextBy ?? (follows === null ? null : last.at + follows);
  if (at === null) return null;
  // A promise that ran out while the incident stood still is not broken: there is time to say so.
  const isStale = at < since;
  return {
    audience,
    kind,
    at: isStale ? since + EVERY_MIN * MINUTE : at,
    promised: last.nextBy !== null && !isStale,
  };
}

/** Until when an update that is written now should promise the next one, in ms since 1970. */
export function nextPromise(state: ClockState, now: number): number | null {
  const isFirst = state.last === null && state.rhythm?.scope != null;
  const after = cadenceAfter(state, isFirst);
  return after === null ? null : now + after;
}

function cadenceAfter({ rhythm, longEvery }: ClockState, isScope: boolean): number | null {
  if (rhythm === null) return longEvery === null ? null : longEvery * MINUTE;
  if (isScope && rhythm.scope !== null) return rhythm.scope * MINUTE;
  return (longEvery ?? rhythm.every) * MINUTE;
}
