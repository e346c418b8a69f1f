import { expect, it } from 'vitest';
import { fakeEngine } from '../testing/fake-engine.ts';
import { fakeIncident } from '../testing/fake-incident.ts';
import { startStore } from './store.ts';

it('what nobody caught is said on the screen and reported without its words, so often and no more', () => {
  const engine = fakeEngine(fakeIncident);
  const address = {
    read: () => '',
    write: () => undefined,
    openApart: () => undefined,
    watch: () => () => undefined,
  };
  const { store, stop } = startStore({
    ...{ transport: engine.transport, address },
    ...{ newId: () => 'id', now: () => 0 },
  });
  engine.asked.length = 0;
  const { noteFault, forgetFault } = store.getState();
  noteFault('screen', new Error('Checkout'));
  expect(store.getState().hasFailed).toBe(false);
  for (let i = 0; i < 50; i++) noteFault('event', new TypeError('Checkout'));
  expect(store.getState().hasFailed).toBe(true);
  expect(engine.asked).toEqual(Array(20).fill('fault.report'));
  forgetFault();
  expect(store.getState().hasFailed).toBe(false);
  stop();
});
