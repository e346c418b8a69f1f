import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import { repliesOf } from '../store/slack-messages.ts';
import { lastLines } from '../store/timeline.ts';
import { ANA, BEN, type MirrorDesk, startMirrorDesk } from '../testing/mirror-desk.ts';
import { pullIncident } from './pull.ts';
import { hasDueThreads, readThreads } from './threads.ts';

let desk: MirrorDesk;
beforeEach(() => {
  desk = startMirrorDesk();
});
afterEach(() => desk.stop());

const pull = () => pullIncident(desk.reading(), desk.incident);
const isDue = () => hasDueThreads(desk.reading(), desk.channel.id);
const read = (limit?: number) => readThreads(desk.reading(limit), desk.incident, 5);
const replyTo = (root: string, text: string, broadcast = false) => {
  desk.clock.jump(1);
  return desk.slack.as(ANA).reply(desk.channel.id, root, text, { broadcast });
};
const replies = (root: string) =>
  repliesOf(desk.db(), desk.channel.id, root).map(({ text, gone }) => (gone ? `(${text})` : text));

/** Looks, and reads threads until none is due. */
async function catchUp(limit?: number): Promise<void> {
  await pull();
  while (isDue()) expect(await read(limit)).toMatchObject({ ok: true });
}

test('a thread is read when its root tells of a reply, and not again until it moves', async () => {
  const root = desk.post('who knows DNS?');
  await pull();
  expect(isDue()).toBe(false);
  replyTo(root, 'I do');
  await pull();
  expect(isDue()).toBe(true);
  await catchUp();
  expect(replies(root)).toEqual(['I do']);
  const calls = desk.calls('conversations.replies');
  await catchUp();
  expect(desk.calls('conversations.replies')).toBe(calls);
  replyTo(root, 'me too');
  await catchUp();
  expect(replies(root)).toEqual(['I do', 'me too']);
});

test('a long thread is read in pages, and a crash between them loses nothing', async () => {
  const root = desk.post('a long story');
  const told = Array.from({ length: 23 }, (_, i) => `part ${i}`);
  for (const text of told) replyTo(root, text);
  await pull();
  desk.slack.faults.add({ method: 'conversations.replies', kind: 'drop-after', skip: 2 });
  expect((await read(5)).ok).toBe(false);
  expect(replies(root).length).toBeGreaterThan(0);
  desk.restart();
  expect(isDue()).toBe(true);
  await catchUp(5);
  expect(replies(root)).toEqual(told);
});

test('replies stand under their root, and in the timeline only where they were sent there too', async () => {
  const root = desk.post('root');
  const quiet = replyTo(root, 'quiet');
  const loud = replyTo(root, 'loud', true);
  await catchUp();
  expect(replies(root)).toEqual(['quiet', 'loud']);
  const lines = lastLines(desk.db(), desk.incident, { from: null, before: null }, 50).map(
    ({ ref }) => ref,
  );
  expect(lines).toContain(loud);
  expect(lines).not.toContain(quiet);
});

test('a reply that was deleted is marked and kept; the last one, too', async () => {
  const root = desk.post('root');
  const first = replyTo(root, 'first');
  const second = replyTo(root, 'second');
  await catchUp();
  desk.slack.remove(desk.channel.id, first);
  await catchUp();
  expect(replies(root)).toEqual(['(first)', 'second']);
  desk.slack.remove(desk.channel.id, second);
  await catchUp();
  expect(replies(root)).toEqual(['(first)', '(second)']);
});

test('a root and all its replies that are gone are marked, every one', async () => {
  const root = desk.post('root');
  const reply = replyTo(root, 'reply');
  await catchUp();
  desk.slack.remove(desk.channel.id, root);
  await catchUp();
  expect(desk.message(root)).toMatchObject({ gone: true, text: 'root' });
  expect(replies(root)).toEqual(['reply']);
  desk.slack.remove(desk.channel.id, reply);
  desk.post('something else');
  await catchUp();
  await catchUp();
  expect(replies(root)).toEqual(['(reply)']);
});

test('a read that lagged behind its root is made again a minute later, not at once', async () => {
  const root = desk.post('root');
  desk.clock.jump(MINUTE);
  replyTo(root, 'late');
  await pull();
  desk.slack.faults.add({ method: 'conversations.replies', kind: 'stale', ms: 30 * SECOND });
  await read();
  expect(replies(root)).toEqual([]);
  expect(isDue()).toBe(false);
  desk.clock.jump(MINUTE + SECOND);
  expect(isDue()).toBe(true);
  await catchUp();
  expect(replies(root)).toEqual(['late']);
});

test('reactions to a reply are mirrored, and screens hear of what is new', async () => {
  const root = desk.post('root');
  const reply = replyTo(root, 'reply');
  desk.slack.as(BEN).react(desk.channel.id, reply, 'eyes');
  await pull();
  desk.events.length = 0;
  await read();
  expect(desk.events).toContainEqual({ view: 'incident', incident: desk.incident });
  expect(desk.message(reply)?.reactions).toEqual([{ name: 'eyes', count: 1, users: [BEN] }]);
});
