import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOUR, SECOND } from '#shared/base/duration.ts';
import { closeDatabase, type Db, openDatabase } from '../store/database.ts';
import { createClock, type FakeClock } from '../testing/clock.ts';
import { temporaryProfile } from '../testing/desktop.ts';
import { seededRandom } from '../testing/random.ts';
import { type Connection, createConnection } from './connection.ts';

let clock: FakeClock;
let db: Db;
let remove: () => void;
let connection: Connection;

beforeEach(() => {
  const temporary = temporaryProfile();
  remove = temporary.remove;
  const opened = openDatabase(temporary.profile);
  if (!opened.ok) throw new Error(opened.error.message);
  db = opened.value;
  clock = createClock();
  const ports = { clock, random: seededRandom(1) } as never;
  connection = createConnection({ ports, db, emit: () => undefined });
  connection.set('connecting');
});
afterEach(() => {
  closeDatabase(db);
  remove();
});

test('a clock that is set back by hours does not make the next try wait for hours', () => {
  connection.failed({ kind: 'offline', message: 'Slack cannot be reached.' });
  clock.jump(-5 * HOUR);
  expect(connection.closedFor()).toBeLessThanOrEqual(SECOND);
  clock.jump(SECOND);
  expect(connection.closedFor()).toBe(0);
});

test('nor does the pause that Slack asked for show for hours', () => {
  connection.failed({ kind: 'limited', retryAfter: 30 * SECOND });
  clock.jump(-5 * HOUR);
  expect(connection.view().nextTryAt).toBe(clock.now() + 30 * SECOND);
  clock.jump(30 * SECOND);
  expect(connection.view().nextTryAt).toBeNull();
});
