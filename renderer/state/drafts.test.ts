import { beforeEach, expect, it } from 'vitest';
import { type FakeEngine, fakeEngine } from '../testing/fake-engine.ts';
import { keptDrafts } from './drafts.ts';
import type { Drafts } from './ports.ts';

let engine: FakeEngine;
let pages: Map<string, string>;
let waiting: (() => void)[];
let drafts: Drafts;

const start = () =>
  keptDrafts({
    transport: engine.transport,
    near: {
      read: (key) => pages.get(key) ?? '',
      write: (key, text) => void pages.set(key, text),
    },
    after: (_ms, task) => void waiting.push(task),
  });
const turn = async () => {
  for (const task of waiting.splice(0)) task();
  for (let i = 0; i < 10; i++) await Promise.resolve();
};

beforeEach(() => {
  engine = fakeEngine(null as never);
  pages = new Map();
  waiting = [];
  drafts = start();
});

it('keeps each character in the page at once, and the last of them on disk', async () => {
  drafts.write('note', 'a');
  drafts.write('note', 'ab');
  expect(pages.get('note')).toBe('ab');
  await turn();
  expect(engine.inputs).toEqual([{ key: 'note', text: 'ab' }]);
});

it('forgets what was sent without waiting', async () => {
  drafts.write('note', 'a');
  drafts.write('note', '');
  await turn();
  expect(engine.inputs.at(0)).toEqual({ key: 'note', text: '' });
});

it('finds what the last start left, and never puts it over what is typed', async () => {
  engine.drafts.push({ key: 'note', text: 'from before' }, { key: 'other', text: 'older' });
  drafts = start();
  drafts.write('other', 'typed');
  let told = 0;
  drafts.onRead(() => told++);
  await turn();
  expect(told).toBe(1);
  expect(drafts.read('note')).toBe('from before');
  expect(drafts.read('other')).toBe('typed');
});

it('saves what was typed while the engine was away when it is back', async () => {
  engine.stop();
  drafts.write('note', 'offline');
  await turn();
  expect(engine.inputs).toEqual([]);
  engine.start();
  await turn();
  expect(engine.inputs).toEqual([{ key: 'note', text: 'offline' }]);
});
