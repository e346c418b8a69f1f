import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../base/duration.ts';
import { type ClockState, defaultCadence, nextPromise, updateDue } from './cadence.ts';

const SEVERITIES = ['minor', 'major', 'critical'];
const { internal, external } = defaultCadence('major', SEVERITIES);
const DECLARED = 1_000_000;

const fresh: ClockState = {
  audience: 'external',
  rhythm: external,
  longEvery: null,
  since: DECLARED,
  count: 0,
  last: null,
};
const toldAt = (at: number, nextBy: number | null = null) => ({ last: { at, nextBy } });

describe('the clock for customers', () => {
  test('wants a first notice after five minutes, its scope five later, then one each twenty', () => {
    expect(updateDue(fresh)).toEqual({
      audience: 'external',
      kind: 'first',
      at: DECLARED + 5 * MINUTE,
      promised: false,
    });
    const at = DECLARED + 3 * MINUTE;
    expect(updateDue({ ...fresh, count: 1, ...toldAt(at) })).toMatchObject({
      kind: 'scope',
      at: at + 5 * MINUTE,
    });
    expect(updateDue({ ...fresh, count: 2, ...toldAt(at) })).toMatchObject({
      kind: 'next',
      at: at + 20 * MINUTE,
    });
  });

  test('is not wound for the mildest severity, unless somebody promised something', () => {
    const minor = { ...fresh, rhythm: defaultCadence('minor', SEVERITIES).external };
    expect(updateDue(minor)).toBeNull();
    expect(updateDue({ ...minor, count: 1, ...toldAt(DECLARED) })).toBeNull();
    const promised = updateDue({ ...minor, count: 1, ...toldAt(DECLARED, DECLARED + HOUR) });
    expect(promised).toMatchObject({ kind: 'next', at: DECLARED + HOUR, promised: true });
    expect(nextPromise(minor, DECLARED)).toBeNull();
  });
});

describe('both clocks', () => {
  test('a team with one severity tells customers of it', () => {
    expect(defaultCadence('incident', ['incident']).external).not.toBeNull();
  });

  test('a promise counts for more than the cadence', () => {
    const nextBy = DECLARED + 2 * HOUR;
    const state = { ...fresh, rhythm: internal, count: 3, ...toldAt(DECLARED, nextBy) };
    expect(updateDue(state)).toMatchObject({ at: nextBy, promised: true });
  });

  test('a promise that ran out during a pause leaves ten minutes from its end', () => {
    const since = DECLARED + 5 * HOUR;
    const state = { ...fresh, count: 3, since, ...toldAt(DECLARED, DECLARED + HOUR) };
    expect(updateDue(state)).toMatchObject({ at: since + 10 * MINUTE, promised: false });
    const kept = { ...state, ...toldAt(DECLARED, since + HOUR) };
    expect(updateDue(kept)).toMatchObject({ at: since + HOUR, promised: true });
  });

  test('a long incident is told of less often, but its first notice is as urgent', () => {
    const long = { ...fresh, longEvery: 60 };
    expect(updateDue(long)?.at).toBe(DECLARED + 5 * MINUTE);
    expect(nextPromise(long, DECLARED)).toBe(DECLARED + 5 * MINUTE);
    const later = { ...long, count: 4, ...toldAt(DECLARED) };
    expect(updateDue(later)?.at).toBe(DECLARED + HOUR);
    expect(nextPromise(later, DECLARED)).toBe(DECLARED + HOUR);
  });
});
