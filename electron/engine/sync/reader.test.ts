import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { DeviceId, IncidentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { namedPerson } from '#shared/domain/person.ts';
import { closeDatabase, type Db, openDatabase } from '../store/database.ts';
import { saveIncident } from '../store/incidents.ts';
import { saveRole } from '../store/roles.ts';
import { createClock, type FakeClock } from '../testing/clock.ts';
import { temporaryProfile } from '../testing/desktop.ts';
import { seededRandom } from '../testing/random.ts';
import type { News, Transport } from '../transport.ts';
import { type Budget, createBudget } from './budget.ts';
import { createReader, type Reader } from './reader.ts';

let clock: FakeClock;
let db: Db;
let remove: () => void;
let reads: string[];
let incidents: IncidentId[];
let gaps: IncidentId[];
let news: Map<string, News>;
let walks: Set<IncidentId>;
let threads: Set<IncidentId>;
let budget: Budget;
let reader: Reader;

beforeEach(() => {
  clock = createClock();
  const temporary = temporaryProfile();
  remove = temporary.remove;
  const opened = openDatabase(temporary.profile);
  if (!opened.ok) throw new Error(opened.error.message);
  db = opened.value;
  reads = [];
  incidents = [];
  gaps = [];
  news = new Map();
  walks = new Set();
  threads = new Set();
  const ports = { clock, random: seededRandom(1), loginName: 'ana' } as never;
  budget = createBudget({ db, ports, device: 'AAAAAAAAAA' as DeviceId });
  const note = (what: string) => async () => {
    reads.push(what);
    if (!/^(people|private|threads|text)/.test(what)) budget.meter.took('conversations.history');
    return ok(undefined);
  };
  const transport = {
    discover: note('announcements'),
    discoverPrivate: note('private'),
    readPeople: note('people'),
    sweep: (incident: IncidentId) => note(`sweep ${incident}`)(),
    walked: () => [...walks],
    wantWalk: (incident: IncidentId) => walks.add(incident),
    hasDueThreads: (incident: IncidentId) => threads.has(incident),
    readThreads: (incident: IncidentId) => note(`threads ${incident}`)(),
    readNewText: (incident: IncidentId) => note(`text ${incident}`)(),
    wantsFiles: () => false,
    gaps: () => gaps,
    backfill: (incident: IncidentId) => note(`gap ${incident}`)(),
    readable: () => incidents,
    news: (incident: IncidentId) => news.get(incident) ?? { kind: 'unheard' },
    pull: (incident: IncidentId) => note(incident)(),
  } as unknown as Transport;
  reader = createReader({ db, ports }, transport, budget);
});
afterEach(() => {
  closeDatabase(db);
  remove();
});

function know(id: string, status: string): void {
  incidents.push(id as IncidentId);
  saveIncident(db, {
    id: id as IncidentId,
    code: id,
    name: id,
    severity: 'minor',
    status,
    private: false,
    summary: '',
    impact: '',
    declaredAt: 0,
    endedAt: null,
  });
}

/** Reads whatever is due for a while, as the loop does. */
async function readFor(ms: number): Promise<void> {
  const until = clock.now() + ms;
  while (clock.now() < until) {
    const next = reader.next();
    if (next.in > 0) clock.jump(Math.min(next.in, until - clock.now()));
    else await next.read();
  }
}

const count = (what: string) => reads.filter((read) => read === what).length;

test('the incident on screen is read every few seconds, others that are active less often', async () => {
  know('watched', 'fixing');
  know('active', 'fixing');
  reader.watch('watched' as IncidentId);
  await readFor(2 * MINUTE);
  expect(count('watched')).toBeGreaterThanOrEqual(25);
  expect(count('active')).toBeGreaterThanOrEqual(5);
  expect(count('active')).toBeLessThanOrEqual(8);
  expect(count('announcements')).toBeGreaterThanOrEqual(20);
});

test('an open post-mortem is read a few times a minute, until another incident is on screen', async () => {
  know('over', 'closed');
  know('other', 'fixing');
  reader.watch('over' as IncidentId);
  expect(reader.watchText('over' as IncidentId)).toBe(true);
  expect(reader.watchText('over' as IncidentId)).toBe(false);
  await readFor(2 * MINUTE);
  expect(count('text over')).toBeGreaterThanOrEqual(6);
  expect(count('text over')).toBeLessThanOrEqual(10);
  reader.watch('other' as IncidentId);
  reads = [];
  await readFor(2 * MINUTE);
  expect(count('text over')).toBe(0);
});

test('a thousand closed incidents do not crowd out what is going on, nor break the budget', async () => {
  for (let i = 0; i < 1_000; i++) know(`closed-${i}`, 'closed');
  know('watched', 'fixing');
  reader.watch('watched' as IncidentId);
  await readFor(10 * MINUTE);
  expect(reads.length).toBeLessThanOrEqual(45 * 11);
  expect(count('watched')).toBeGreaterThanOrEqual(100);
  expect(count('announcements')).toBeGreaterThanOrEqual(80);
});

test('a clock that was set back by a day does not stop the reading', async () => {
  know('active', 'fixing');
  know('closed', 'closed');
  await readFor(MINUTE);
  clock.jump(-24 * 60 * MINUTE);
  reads = [];
  await readFor(30 * SECOND);
  expect(count('announcements')).toBeGreaterThanOrEqual(4);
  expect(count('active')).toBeGreaterThanOrEqual(1);
  await readFor(12 * MINUTE);
  expect(count('closed')).toBeGreaterThanOrEqual(1);
});

test('the rest of a huge channel is read beside what is going on, not in its stead', async () => {
  know('huge', 'fixing');
  gaps.push('huge' as IncidentId);
  know('watched', 'fixing');
  reader.watch('watched' as IncidentId);
  await readFor(10 * MINUTE);
  expect(count('watched')).toBeGreaterThanOrEqual(100);
  expect(count('announcements')).toBeGreaterThanOrEqual(80);
  expect(count('gap huge')).toBeGreaterThanOrEqual(40);
  expect(reads.length).toBeLessThanOrEqual(45 * 11);
});

test('a quiet incident of others is read seldom; when its announcement moves, at once and once', async () => {
  know('quiet', 'fixing');
  know('mine', 'fixing');
  for (const incident of incidents) news.set(incident, { kind: 'quiet' });
  const lead = { role: 'lead', person: namedPerson('ana'), name: null, deleted: false };
  saveRole(db, 'mine' as IncidentId, lead);
  await readFor(10 * MINUTE);
  expect(count('quiet')).toBeLessThanOrEqual(12);
  expect(count('mine')).toBeGreaterThanOrEqual(25);
  reads = [];
  news.set('quiet', { kind: 'moved', to: '1.000001' });
  await readFor(2 * SECOND);
  expect(count('quiet')).toBe(1);
});

test('an open incident is read back through slowly, what is open or has ended at once', async () => {
  know('active', 'fixing');
  know('closed', 'closed');
  know('opened', 'closed');
  reader.watch('opened' as IncidentId);
  await readFor(10 * MINUTE);
  expect(count('sweep active')).toBeGreaterThanOrEqual(8);
  expect(count('sweep active')).toBeLessThanOrEqual(12);
  expect(count('sweep closed')).toBe(0);
  expect(count('sweep opened')).toBeGreaterThanOrEqual(40);
  expect(count('opened')).toBeGreaterThanOrEqual(100);
});

test('an incident that ends is gone through once more', async () => {
  know('ending', 'fixing');
  await readFor(MINUTE);
  expect(walks.size).toBe(0);
  know('ending', 'resolved');
  await readFor(MINUTE);
  expect([...walks]).toEqual(['ending']);
});

test('however small the share, the incident on screen leaves some of it for all the rest', async () => {
  for (const id of ['watched', 'one', 'two', 'three']) know(id, 'fixing');
  gaps.push('two' as IncidentId);
  reader.watch('watched' as IncidentId);
  await readFor(MINUTE);
  reads = [];
  // Many desktops that only look on: they make no ops to be counted by, and Slack says stop.
  for (let minute = 0; minute < 20; minute++) {
    budget.meter.limited('conversations.history');
    await readFor(MINUTE);
  }
  const paid = reads.length - count('private') - count('people');
  expect(paid).toBeLessThan(90);
  for (const what of ['one', 'two', 'three', 'announcements', 'gap two']) {
    expect(count(what), what).toBeGreaterThanOrEqual(1);
  }
  expect(count('watched')).toBeGreaterThanOrEqual(paid / 3);
});

test('threads that moved are read for the incident on screen only', async () => {
  know('watched', 'fixing');
  know('other', 'fixing');
  threads.add('watched' as IncidentId).add('other' as IncidentId);
  reader.watch('watched' as IncidentId);
  await readFor(MINUTE);
  expect(count('threads watched')).toBeGreaterThanOrEqual(8);
  expect(count('threads other')).toBe(0);
});
