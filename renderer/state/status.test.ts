import { afterEach, describe, expect, it } from 'vitest';
import { type FakeEngine, fakeEngine } from '../testing/fake-engine.ts';
import { fakeIncident } from '../testing/fake-incident.ts';
import { type RunningStore, startStore } from './store.ts';

const ENDS = 1_000;
const soak = { until: ENDS, watchFor: '', watcher: null };
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

let engine: FakeEngine;
let running: RunningStore;
const state = () => running.store.getState();

/** An incident that is watched until ENDS, seen at a moment. */
async function watched(now: number, page = 'incident') {
  engine = fakeEngine({ ...fakeIncident, status: 'monitoring', soak });
  running = startStore({
    transport: engine.transport,
    address: {
      ...{ read: () => `#/${page}/${fakeIncident.id}`, write: () => undefined },
      openApart: () => undefined,
      watch: () => () => undefined,
    },
    newId: () => 'id',
    now: () => now,
  });
  state().openIncident(fakeIncident.id);
  await settled();
}
afterEach(() => running.stop());

const line = (reason: string) => ({ kind: 'status', status: 'resolved', reason }) as const;

describe('to resolve', () => {
  it('asks why before the soak has ended, from wherever it was chosen', async () => {
    for (const choose of [
      () => state().chooseStatus('resolved'),
      () => state().compose(fakeIncident.id, line('')),
    ]) {
      await watched(ENDS - 1);
      expect(await choose()).toMatchObject({ ok: true });
      expect(state().sheet).toEqual({ kind: 'reason', status: 'resolved' });
      expect(engine.inputs).toEqual([]);
    }
  });

  it('asks nobody who said why, or who was asked', async () => {
    await watched(ENDS - 1);
    await state().compose(fakeIncident.id, line('The cause is gone.'));
    await state().chooseStatus('resolved', '');
    expect(state().sheet).toBeNull();
    expect(engine.inputs).toEqual([
      { incident: fakeIncident.id, status: 'resolved', reason: 'The cause is gone.' },
      { incident: fakeIncident.id, status: 'resolved' },
    ]);
  });

  it('asks nothing once it is over, and can be undone', async () => {
    await watched(ENDS);
    await state().chooseStatus('resolved');
    expect(state().lineDeed?.words).toBe('Status: Resolved');
    await state().undoLine();
    expect(engine.inputs.at(-1)).toEqual({ incident: fakeIncident.id, status: 'monitoring' });
  });

  it('says how to give the reason where there is no room to ask', async () => {
    await watched(ENDS - 1, 'hud');
    expect(await state().compose(fakeIncident.id, line(''))).toMatchObject({
      ok: false,
      error: { message: 'The soak has not ended.' },
    });
    expect(engine.inputs).toEqual([]);
  });
});
