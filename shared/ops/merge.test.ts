import { expect, test } from 'vitest';
import type { DeviceId, IncidentId, OpId } from '../base/ids.ts';
import { type EntityState, flagField, mergeOp, textField } from './merge.ts';
import type { Op } from './op.ts';
import { makeStamp, nextStamp, stampDevice, stampMs } from './stamp.ts';

const ANA = 'AAAAAAAAAA' as DeviceId;
const BEN = 'BBBBBBBBBB' as DeviceId;

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
  const forwards = [early, late].reduce<EntityState>(mergeOp, {});
  const backwards = [late, early].reduce<EntityState>(mergeOp, {});
  expect(forwards).toEqual(backwards);
  expect(textField(forwards, 'severity')).toBe('major');
  expect(textField(forwards, 'name')).toBe('Slow');
});

test('at the same millisecond the device decides, and equal stamps go by op id', () => {
  const a = op('1', 10, ANA, { name: 'a' });
  const b = op('2', 10, BEN, { name: 'b' });
  expect(textField([b, a].reduce<EntityState>(mergeOp, {}), 'name')).toBe('b');
  const copy = op('3', 10, BEN, { name: 'copy' });
  expect(textField([copy, b].reduce<EntityState>(mergeOp, {}), 'name')).toBe('copy');
});

test('an op that wins nothing gives back the very same state', () => {
  const state = mergeOp({}, op('2', 20, ANA, { name: 'now' }));
  expect(mergeOp(state, op('1', 10, ANA, { name: 'before' }))).toBe(state);
});

test('a field of the wrong type reads as not set', () => {
  const state = mergeOp({}, op('1', 1, ANA, { name: 7, private: 'yes' }));
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
