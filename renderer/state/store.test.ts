import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentId } from '#shared/base/ids.ts';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { type FakeEngine, fakeEngine } from '../testing/fake-engine.ts';
import { fakeIncident } from '../testing/fake-incident.ts';
import { noteItem } from '../testing/timeline-items.ts';
import { type RunningStore, startStore } from './store.ts';

const { id: ID } = fakeIncident;
const OTHER = '01JZ0000000000000000000001' as IncidentId;

const line = (text: string) => ({ kind: 'note', text, happenedAt: null }) as const;

const note = (number: number): TimelineItemT =>
  noteItem({ id: `note ${number}`, at: number, text: `text ${number}` });

let engine: FakeEngine;
let running: RunningStore;
let ids = 0;
const state = () => running.store.getState();
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(async () => {
  engine = fakeEngine(fakeIncident);
  engine.items.push(...Array.from({ length: 250 }, (_, i) => note(i)));
  const address = { read: () => `#/incident/${ID}`, write: () => undefined };
  running = startStore({
    transport: engine.transport,
    address: { ...address, openApart: () => undefined, watch: () => () => undefined },
    newId: () => `id ${ids++}`,
    now: () => 0,
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
  const ids = () => (state().timeline?.items ?? []).map((item) => item.id);
  const changed = async () => {
    engine.asked.length = 0;
    engine.say({ view: 'incident', incident: ID });
    await settled();
  };
  const reads = () => engine.asked.filter((name) => name === 'timeline').length;
  const notes = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => `note ${from + i}`);

  it('loads older pages before what it has', async () => {
    await state().loadOlder();
    expect(ids()).toEqual(notes(50, 250));
    await state().loadOlder();
    expect(state().timeline).toMatchObject({ hasOlder: false, hasNewer: false });
    expect(ids()).toEqual(notes(0, 250));
  });

  it('reads only what is in sight again when something changed', async () => {
    await state().loadOlder();
    await state().loadOlder();
    state().seeTimeline(60, 90, false);
    await changed();
    expect(reads()).toBe(1);
    // The rest is read again once it comes into sight.
    engine.items[200] = noteItem({ id: 'note 200', at: 200, text: 'edited' });
    await changed();
    expect(state().timeline?.items[200]).toMatchObject({ text: 'text 200' });
    state().seeTimeline(190, 220, false);
    await settled();
    expect(state().timeline?.items[200]).toMatchObject({ text: 'edited' });
  });

  it('counts what comes in while its end is out of sight, and shows it at the end', async () => {
    await state().loadOlder();
    state().seeTimeline(20, 50, false);
    const [first] = state().timeline?.items ?? [];
    engine.items.push(note(250), note(251), note(252));
    await changed();
    expect(state().timeline?.unseen).toBe(3);
    expect(state().timeline?.items[0]).toBe(first);
    state().seeTimeline(170, 199, true);
    await settled();
    expect(ids().at(-1)).toBe('note 252');
    expect(state().timeline?.unseen).toBe(0);
  });

  it('takes in what comes at its end while that is in sight, however much', async () => {
    for (let i = 250; i < 550; i += 60) {
      engine.items.push(...Array.from({ length: 60 }, (_, j) => note(i + j)));
      await changed();
      expect(ids().at(-1)).toBe(`note ${i + 59}`);
    }
    expect(ids()).toEqual(notes(150, 550));
  });

  it('goes to a time, and from there in both directions', async () => {
    await state().goToTime(120);
    expect(ids()).toEqual(notes(70, 170));
    expect(state().timeline).toMatchObject({ hasOlder: true, hasNewer: true });
    await state().loadNewer();
    await state().loadOlder();
    expect(ids()).toEqual(notes(0, 250));
    await state().goToTime(null);
    expect(ids()).toEqual(notes(150, 250));
  });

  it('keeps a bounded part of itself, however far one scrolls', async () => {
    engine.items.push(...Array.from({ length: 2_750 }, (_, i) => note(250 + i)));
    await state().goToTime(1_500);
    for (let i = 0; i < 12; i++) await state().loadNewer();
    expect(state().timeline?.items).toHaveLength(600);
    expect(ids().at(-1)).toBe('note 2749');
    for (let i = 0; i < 25; i++) await state().loadOlder();
    expect(state().timeline?.items).toHaveLength(550);
    expect(ids()[0]).toBe('note 0');
    expect(state().timeline?.hasNewer).toBe(true);
  });

  it('gives up what was asked for when another part is gone to', async () => {
    const older = state().loadOlder();
    await state().goToTime(10);
    await older;
    expect(ids()).toEqual(notes(0, 100));
  });

  it('does to a line what was asked, and takes it back', async () => {
    const item = noteItem({ id: 'note 3', at: 3, text: 'text 3' });
    await state().hideLine(item, true);
    await state().editLine(item, 'other');
    expect(state().lineDeed?.words).toBe('Edited');
    await state().undoLine();
    expect(engine.inputs.at(-1)).toMatchObject({ entry: 'note 3', text: 'text 3' });
    expect(state().lineDeed).toBe(null);
    expect(state().undoLine()).toBe(null);
  });
});

describe('a note whose answer got lost', () => {
  const lost = { code: 'engine_stopped', message: 'Not saved.' } as const;
  const entries = () => engine.inputs.map((input) => (input as { entry: string }).entry);

  it('keeps its id when it is tried again, so that it is added once', async () => {
    engine.refuseNext(lost);
    expect(await state().compose(ID, line('text'))).toEqual({ ok: false, error: lost });
    await state().compose(ID, line('text'));
    const [first, second] = entries();
    expect(second).toBe(first);
  });

  it('is another note when its text is another one, or when it was added', async () => {
    engine.refuseNext(lost);
    await state().compose(ID, line('text'));
    await state().compose(ID, line('other text'));
    await state().compose(ID, line('other text'));
    expect(new Set(entries()).size).toBe(3);
  });
});
