import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOUR } from '#shared/base/duration.ts';
import type { DeviceId } from '#shared/base/ids.ts';
import { effectiveStamp, makeStamp, nextStamp, type Stamp } from '#shared/ops/stamp.ts';
import { closeDatabase, type Db, openDatabase } from '../store/database.ts';
import { temporaryProfile } from '../testing/desktop.ts';
import { lastStamp, setLastStamp } from './last-stamp.ts';

const NOW = Date.UTC(2026, 10, 21, 2);
const [ANA, BEN] = ['AAAAAAAAAA' as DeviceId, 'BBBBBBBBBB' as DeviceId];

let db: Db;
let remove: () => void;
beforeEach(() => {
  const temporary = temporaryProfile();
  remove = temporary.remove;
  const opened = openDatabase(temporary.profile);
  if (!opened.ok) throw new Error(opened.error.message);
  db = opened.value;
});
afterEach(() => {
  closeDatabase(db);
  remove();
});

test('what was held back is followed too: a change made after it must not count before it', () => {
  const held = effectiveStamp(makeStamp(NOW + 5 * HOUR, 0, ANA), NOW);
  setLastStamp(db, held);
  expect(lastStamp(db)).toBe(held);
  expect(nextStamp(lastStamp(db), NOW, BEN) > held).toBe(true);
});

test('a broken row is no stamp', () => {
  for (const broken of ['', 'soon', `${makeStamp(NOW, 0, ANA)}/soon`]) {
    setLastStamp(db, broken as Stamp);
    expect(lastStamp(db)).toBeNull();
  }
});
