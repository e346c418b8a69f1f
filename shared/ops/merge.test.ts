import { describe, expect, test } from 'vitest';
import type { DeviceId, IncidentId, OpId } from '../base/ids.ts';
import { type EntityState, flagField, mergeOp, textField } from './merge.ts';
import type { Op } from './op.ts';
import { effectiveStamp, makeStamp, nextStamp, stampDevice, stampMs } from './stamp.ts';

const ANA = 'AAAAAAAAAA' as DeviceId;
const BEN = 'BBBBBBBBBB' as DeviceId;

const fold = (state: EntityState, op: Op) => mergeOp(state, { op, stamp: op.at });

function op(id: string, ms: number, device: DeviceId, set: Op['set']): Op {
  return {
    v: 1,
    id: id as OpId,
    at: makeStamp(ms, 0, device),
    by: 'U0ANA',
    incident: '01K0000000000000000000000A' as IncidentId,
    entity: 'incident',
    set,
  };
}

test('the later write of a field wins, whichever comes first', () => {
  const early = op('1', 10, BEN, { severity: 'minor', name: 'Slow' });
  const late = op('2', 20, ANA, { severity: 'major' });
  const forwards = [early, late].reduce(fold, {});
  const backwards = [late, early].reduce(fold, {});
  expect(forwards).toEqual(backwards);
  expect(textField(forwards, 'severity')).toBe('major');
  expect(textField(forwards, 'name')).toBe('Slow');
});

test('at the same millisecond the device decides, and equal stamps go by op id', () => {
  const a = op('1', 10, ANA, { name: 'a' });
  const b = op('2', 10, BEN, { name: 'b' });
  expect(textField([b, a].reduce(fold, {}), 'name')).toBe('b');
  const copy = op('3', 10, BEN, { name: 'copy' });
  expect(textField([copy, b].reduce(fold, {}), 'name')).toBe('copy');
});

test('an op that wins nothing gives back the very same state', () => {
  const state = fold({}, op('2', 20, ANA, { name: 'now' }));
  expect(fold(state, op('1', 10, ANA, { name: 'before' }))).toBe(state);
});

test('a field of the wrong type reads as not set', () => {
  const state = fold({}, op('1', 1, ANA, { name: 7, private: 'yes' }));
  expect(textField(state, 'name')).toBeNull();
  expect(flagField(state, 'private')).toBe(false);
});

test('a new stamp is later than everything seen, even when the clock was set back', () => {
  const seen = makeStamp(2_000, 7, BEN);
  const next = nextStamp(seen, 1_000, ANA);
  expect(next > seen).toBe(true);
  expect(stampMs(next)).toBe(2_000);
  expect(stampDevice(next)).toBe(ANA);
  expect(nextStamp(null, 1_000, ANA)).toBe(makeStamp(1_000, 0, ANA));
});

test('a counter that is used up moves on to the next millisecond', () => {
  const full = makeStamp(5, 36 ** 4 - 1, ANA);
  const next = nextStamp(full, 5, ANA);
  expect(next > full).toBe(true);
  expect(stampMs(next)).toBe(6);
});

describe('a clock that is far ahead', () => {
  const carriedAt = Date.UTC(2026, 10, 21, 2);
  const hour = 3_600_000;

  test('up to ten minutes is nobody’s business', () => {
    const at = makeStamp(carriedAt + hour / 6, 3, ANA);
    expect(effectiveStamp(at, carriedAt)).toBe(at);
    expect(effectiveStamp(at, null)).toBe(at);
  });

  test('counts as ten minutes after its message, in its own order', () => {
    const first = effectiveStamp(makeStamp(carriedAt + hour, 0, ANA), carriedAt);
    const second = effectiveStamp(makeStamp(carriedAt + hour, 1, ANA), carriedAt);
    expect(stampMs(first)).toBe(carriedAt + hour / 6);
    expect(stampDevice(first)).toBe(ANA);
    expect(second > first).toBe(true);
    expect(first < makeStamp(carriedAt + hour / 6 + 1, 0, BEN)).toBe(true);
  });

  test('and the next stamp made after it is later', () => {
    const held = effectiveStamp(makeStamp(carriedAt + hour, 7, ANA), carriedAt);
    expect(nextStamp(held, carriedAt, BEN) > held).toBe(true);
  });
});
