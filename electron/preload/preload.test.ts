import { beforeEach, expect, test, vi } from 'vitest';
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '../main/ipc.ts';

type Bridge = {
  request: (request: unknown) => Promise<unknown>;
  subscribe: (listener: (...heard: unknown[]) => void) => () => void;
};
type Listener = (...args: unknown[]) => void;

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  listeners: new Map<string, Set<(...args: unknown[]) => void>>(),
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: unknown) => electron.exposed.set(name, api),
  },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => {
      electron.invoked.push(args);
      return 'reply';
    },
    on: (channel: string, listener: Listener) => {
      electron.listeners.set(channel, (electron.listeners.get(channel) ?? new Set()).add(listener));
    },
    off: (channel: string, listener: Listener) => electron.listeners.get(channel)?.delete(listener),
  },
}));

let bridge: Bridge;
beforeEach(async () => {
  await import('./preload.ts');
  bridge = electron.exposed.get('quarterdeck') as Bridge;
});

test('the page is given two functions, under one name', () => {
  expect([...electron.exposed.keys()]).toEqual(['quarterdeck']);
  expect(Object.keys(bridge)).toEqual(['request', 'subscribe']);
});

test('a request goes over the one channel that the app answers', async () => {
  expect(await bridge.request({ id: 1 })).toBe('reply');
  expect(electron.invoked).toEqual([[REQUEST_CHANNEL, { id: 1 }]]);
});

test('an event comes without the object that leads back to its sender, until unsubscribed', () => {
  const heard: unknown[][] = [];
  const unsubscribe = bridge.subscribe((...args) => heard.push(args));
  const send = () => {
    for (const listener of electron.listeners.get(EVENT_CHANNEL) ?? []) {
      listener({ sender: 'dangerous' }, { type: 'event' });
    }
  };
  send();
  expect(heard).toEqual([[{ type: 'event' }]]);
  unsubscribe();
  send();
  expect(heard).toHaveLength(1);
});
