import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { sentence } from '#shared/domain/sentence.ts';
import { changesOf } from '#shared/ops/change-of.ts';
import { type Op, parseOp } from '#shared/ops/op.ts';
import type { Stamp } from '#shared/ops/stamp.ts';
import { closeDatabase, type Db, inTransaction, openDatabase } from '../store/database.ts';
import { incidentById } from '../store/incidents.ts';
import { loggedOp, valueBefore } from '../store/ops.ts';
import { lastLines } from '../store/timeline.ts';
import { temporaryProfile } from '../testing/desktop.ts';
import { applyOps } from './apply.ts';

const INCIDENT = '01K0000000000000000000000A' as IncidentId;
const KEY = '01K0000000000000000000000B';

let db: Db;
let remove: () => void;
beforeEach(() => {
  const temporary = temporaryProfile();
  const opened = openDatabase(temporary.profile);
  if (!opened.ok) throw new Error(opened.error.message);
  db = opened.value;
  // Thousands of small commits: what is tested is what they hold.
  db.sqlite.pragma('synchronous = OFF');
  remove = temporary.remove;
  apply(op('incident', { code: 'INC-1', name: 'Slow' }));
});
afterEach(() => {
  closeDatabase(db);
  remove();
});

let count = 0;
/** An op as a Quarterdeck of years ahead might write it. */
function op(entity: string, set: Op['set']): Op {
  count += 1;
  const number = String(count).padStart(4, '0');
  const newer = {
    v: 9,
    id: `01K000000000000000000${number}Z` as OpId,
    at: `0mhsvfk00-${number}-ZZZZZZZZZZ` as Stamp,
    by: 'U0BEN',
    incident: INCIDENT,
    entity,
    set,
    signature: { of: ['somebody'] },
  };
  const parsed = parseOp(newer);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

function apply(made: Op): readonly string[] {
  inTransaction(db, () => applyOps(db, [made], null));
  const logged = loggedOp(db, made.id);
  // Kept to the last key, so that it travels on as it came.
  expect(logged?.op).toEqual(made);
  if (logged === null) return [];
  const changes = changesOf(made, (field) => valueBefore(db, logged, field));
  return changes.map((change) => sentence(change, (ref) => ref));
}

const KINDS = [
  'incident',
  'role:lead',
  `handover:${KEY}`,
  `action:${KEY}`,
  `follow_up:${KEY}`,
  `update:${KEY}`,
  `decision:${KEY}`,
  `hypothesis:${KEY}`,
  `link:${KEY}`,
  `relation:${KEY}`,
  'participant:U0BEN',
  `field:${KEY}`,
  `entry:${KEY}`,
  `line:note.${KEY}`,
];

describe.each([...KINDS, `surmise:${KEY}`, 'constructor'])('%s', (entity) => {
  const kind = entity.split(':')[0];

  test('a field that only a newer Quarterdeck knows is kept, and told as far as it can be', () => {
    expect(apply(op(entity, { weight: { high: [1, 2, 3] } }))).toEqual([
      `A newer Quarterdeck changed ${kind} (weight)`,
    ]);
  });

  test('beside fields that are known it changes nothing about those', () => {
    apply(op(entity, { text: 'Known', code: 'INC-1', person: 'U0ANA', added: true, weight: 3 }));
    expect(incidentById(db, INCIDENT)?.name).toBe('Slow');
  });
});

const WRONG = [null, 7, true, 'unheard-of', ['x'], { deep: 1 }, Number.MAX_VALUE];
const FIELDS = `name severity status summary impact private time.began person text owner done due
  checkAt outcome state added deleted audience form conditions actions needs nextBy question options
  choice reason expected expectedBy evidence type soakUntil doneWhen issueUrl title url role from to
  brief kind code happenedAt channel ts source author hidden marker about as present value`.split(
  /\s+/,
);

test.each(KINDS)('no value of %s that a newer or a hostile one may write does harm', (entity) => {
  for (const field of FIELDS) {
    for (const value of WRONG) {
      for (const said of apply(op(entity, { [field]: value })))
        expect(said).toEqual(expect.any(String));
    }
  }
  expect(
    lastLines(db, INCIDENT, { from: null, before: null }, 5_000, {
      hidden: true,
      marked: false,
      story: false,
    }).length,
  ).toBeGreaterThan(0);
});

test('a status, a severity and a state that are new are shown as they came', () => {
  expect(apply(op('incident', { status: 'smouldering' }))).toEqual(['Status: smouldering']);
  expect(incidentById(db, INCIDENT)?.status).toBe('smouldering');
  apply(op(`hypothesis:${KEY}`, { text: 'Cache', added: true }));
  expect(apply(op(`hypothesis:${KEY}`, { state: 'likely' }))).toEqual(['likely: Cache']);
});
