import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentId } from '#shared/base/ids.ts';
import type { IncidentViewT, TimelineItemT } from '#shared/contract/views.ts';
import { type FakeEngine, fakeEngine } from '../testing/fake-engine.ts';
import { noteItem } from '../testing/timeline-items.ts';
import { type RunningStore, startStore } from './store.ts';

const ID = '01JZ0000000000000000000000' as IncidentId;
const OTHER = '01JZ0000000000000000000001' as IncidentId;

const NO_KEY_TIMES: IncidentViewT['keyTimes'] = {
  began: null,
  detected: null,
  declared: null,
  acknowledged: null,
  mitigated: null,
  resolved: null,
  closed: null,
};

const incident: IncidentViewT = {
  id: ID,
  code: 'INC-7F3K',
  name: 'Checkout errors',
  severity: 'minor',
  status: 'triage',
  private: false,
  lead: null,
  declaredAt: 0,
  endedAt: null,
  summary: '',
  impact: '',
  situation: { symptoms: '', scope: '', trend: null, since: null },
  statusReason: '',
  soak: null,
  severityConfirmed: true,
  longIncident: { every: null, possibleAt: 0, offerAt: 0 },
  retrospective: false,
  review: { owner: null, by: null, state: null },
  keyTimes: NO_KEY_TIMES,
  channel: null,
  actions: [],
  roles: [],
  handovers: [],
  links: [],
  relations: [],
  participants: [],
  fields: [],
  nextUpdate: { internal: null, external: null },
  nextUpdateDue: null,
  updatesDue: [],
  people: [],
  waiting: 0,
  parked: null,
  refusal: null,
};

const note = (number: number): TimelineItemT =>
  noteItem({ id: `note ${number}`, at: number, text: `text ${number}` });

let engine: FakeEngine;
let running: RunningStore;
let ids = 0;
const state = () => running.store.getState();
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(async () => {
  engine = fakeEngine(incident);
  engine.items.push(...Array.from({ length: 250 }, (_, i) => note(i)));
  const address = { read: () => `#/incident/${ID}`, write: () => undefined };
  running = startStore({
    transport: engine.transport,
    address: { ...address, watch: () => () => undefined },
    newId: () => `id ${ids++}`,
  });
  await settled();
});
afterEach(() => running.stop());

describe('the views', () => {
  it('are read at once', () => {
    expect(state().desk?.active).toHaveLength(1);
    expect(state().incident?.name).toBe('Checkout errors');
    expect(state().timeline?.items.at(-1)?.id).toBe('note 249');
  });

  it('are asked for once while an answer is under way, and once more after it', async () => {
    engine.asked.length = 0;
    for (let i = 0; i < 50; i++) engine.say({ view: 'desk' });
    await settled();
    expect(engine.asked).toEqual(['desk', 'desk']);
  });

  it('keep what did not change, so that it does not render again', async () => {
    const before = state();
    engine.say({ view: 'desk' });
    engine.say({ view: 'incident', incident: ID });
    await settled();
    expect(state().desk).toBe(before.desk);
    expect(state().incident).toBe(before.incident);
    expect(state().timeline).toBe(before.timeline);
  });

  it('of another incident are left alone', async () => {
    engine.asked.length = 0;
    engine.say({ view: 'incident', incident: OTHER });
    await settled();
    expect(engine.asked).toEqual([]);
  });

  it('are read again when the engine is back', async () => {
    engine.stop();
    expect(state().connection).toEqual({ kind: 'closed', reason: 'stopped' });
    engine.desk.active = [];
    engine.start();
    await settled();
    expect(state().desk?.active).toEqual([]);
  });
});

describe('the timeline', () => {
  it('loads older windows before what it has', async () => {
    await state().loadOlder();
    expect(state().timeline?.items.map((item) => item.id)).toEqual(
      engine.items.slice(50).map((item) => item.id),
    );
    await state().loadOlder();
    expect(state().timeline?.items).toHaveLength(250);
    expect(state().timeline?.older).toBe(null);
  });

  it('keeps what one reads when something arrives, and the rows as they were', async () => {
    state().followTimeline(false);
    await state().loadOlder();
    const [first] = state().timeline?.items ?? [];
    engine.items.push(note(250), note(251));
    engine.say({ view: 'incident', incident: ID });
    await settled();
    const items = state().timeline?.items ?? [];
    expect(items).toContain(first);
    expect(items.at(-1)?.id).toBe('note 251');
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
  });

  it('holds the newest window alone for whoever follows its end', async () => {
    await state().loadOlder();
    engine.items.push(note(250));
    engine.say({ view: 'incident', incident: ID });
    await settled();
    expect(state().timeline?.items).toHaveLength(100);
  });

  it('loses nothing that was loaded while it was being read again', async () => {
    state().followTimeline(false);
    engine.say({ view: 'incident', incident: ID });
    await state().loadOlder();
    await settled();
    expect(state().timeline?.items.length).toBeGreaterThanOrEqual(200);
  });
});

describe('a note whose answer got lost', () => {
  const lost = { code: 'engine_stopped', message: 'Not saved.' } as const;
  const entries = () => engine.inputs.map((input) => (input as { entry: string }).entry);

  it('keeps its id when it is tried again, so that it is added once', async () => {
    engine.refuseNext(lost);
    expect(await state().addNote(ID, 'text')).toEqual({ ok: false, error: lost });
    await state().addNote(ID, 'text');
    const [first, second] = entries();
    expect(second).toBe(first);
  });

  it('is another note when its text is another one, or when it was added', async () => {
    engine.refuseNext(lost);
    await state().addNote(ID, 'text');
    await state().addNote(ID, 'other text');
    await state().addNote(ID, 'other text');
    expect(new Set(entries()).size).toBe(3);
  });
});
