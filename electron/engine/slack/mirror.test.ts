import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { OpId } from '#shared/base/ids.ts';
import type { Metadata } from '../../localslack/model.ts';
import { get } from '../store/database.ts';
import { opById } from '../store/ops.ts';
import { hasVanished, vanishedOps } from '../store/slack-carriers.ts';
import { rangesOf } from '../store/slack-ranges.ts';
import { lastLines } from '../store/timeline.ts';
import { ANA, BEN, type MirrorDesk, startMirrorDesk } from '../testing/mirror-desk.ts';
import { pullIncident } from './pull.ts';

let desk: MirrorDesk;
beforeEach(() => {
  desk = startMirrorDesk();
});
afterEach(() => desk.stop());

const pull = (limit?: number) => pullIncident(desk.reading(limit), desk.incident);
const lines = () =>
  lastLines(desk.db(), desk.incident, { from: null, before: null }, 1_000).map(({ ref }) => ref);

/** What carries an op of this incident. */
function carrying(id: string, part?: { readonly part: number; readonly of: number }): Metadata {
  const op = {
    v: 1,
    id,
    at: '0mie00000-0000-AAAAAAAAAA',
    by: ANA,
    incident: desk.incident,
    entity: `entry:${id}`,
    set: { kind: 'note', text: 'noted' },
  };
  const body = JSON.stringify([op]);
  const half = Math.ceil(body.length / 2);
  const piece = part?.part === 1 ? body.slice(0, half) : body.slice(half);
  return {
    event_type: 'quarterdeck_ops',
    event_payload:
      part === undefined
        ? { v: 1, n: 1, ids: id, body }
        : { v: 1, n: 1, ids: id, body: piece, part: part.part, parts: part.of },
  };
}
const OP = '01K0000000000000000000000X' as OpId;

describe('a message that vanished', () => {
  test('is marked after two complete reads without it, keeps its text, and its line stays', async () => {
    const ts = desk.post('the password is hunter2');
    await pull();
    desk.slack.remove(desk.channel.id, ts);
    await pull();
    expect(desk.message(ts)).toMatchObject({ gone: false, missed: 1 });
    await pull();
    expect(desk.message(ts)).toMatchObject({ gone: true, text: 'the password is hunter2' });
    expect(lines()).toContain(ts);
  });

  test('is unmarked when it is there after all: the reads had lagged', async () => {
    const ts = desk.post('just now');
    await pull();
    desk.slack.faults.add({ method: 'conversations.history', kind: 'stale', ms: MINUTE, times: 2 });
    await pull();
    await pull();
    expect(desk.message(ts)).toMatchObject({ gone: true });
    await pull();
    expect(desk.message(ts)).toMatchObject({ gone: false, missed: 0 });
  });

  test('one read that lagged, between others, marks nothing', async () => {
    const ts = desk.post('just now');
    for (let i = 0; i < 4; i++) {
      await pull();
      desk.slack.faults.add({ method: 'conversations.history', kind: 'stale', ms: MINUTE });
      await pull();
    }
    expect(desk.message(ts)).toMatchObject({ gone: false });
  });

  test('tells the screens when it is marked, and not before', async () => {
    const ts = desk.post('gone soon');
    await pull();
    desk.slack.remove(desk.channel.id, ts);
    desk.events.length = 0;
    await pull();
    expect(desk.events).toEqual([]);
    await pull();
    expect(desk.events).toContainEqual({ view: 'incident', incident: desk.incident });
    desk.events.length = 0;
    await pull();
    expect(desk.events).toEqual([]);
  });

  test('leaves a tombstone where it has replies, which counts at once', async () => {
    const root = desk.post('who knows DNS?');
    desk.slack.as(ANA).reply(desk.channel.id, root, 'I do');
    await pull();
    desk.slack.remove(desk.channel.id, root);
    await pull();
    expect(desk.message(root)).toMatchObject({ gone: true, text: 'who knows DNS?' });
    expect(lines()).toContain(root);
  });

  test('a tombstone of what was never seen here has no line', async () => {
    const root = desk.post('unseen');
    desk.slack.as(ANA).reply(desk.channel.id, root, 'why?');
    desk.slack.remove(desk.channel.id, root);
    await pull();
    expect(desk.message(root)).toMatchObject({ gone: true, text: '' });
    expect(lines()).not.toContain(root);
  });
});

describe('ops whose message vanished', () => {
  test('hold, and are marked; a second copy in Slack is as good as the first', async () => {
    const first = desk.post('noted', { metadata: carrying(OP) });
    const second = desk.post('noted', { metadata: carrying(OP) });
    await pull();
    expect(desk.message(first)).toMatchObject({ kind: 'ops', text: '' });
    desk.slack.remove(desk.channel.id, first);
    await pull();
    await pull();
    expect(desk.message(first)).toMatchObject({ gone: true });
    expect(hasVanished(desk.db(), desk.incident, OP)).toBe(false);
    desk.slack.remove(desk.channel.id, second);
    await pull();
    await pull();
    expect(hasVanished(desk.db(), desk.incident, OP)).toBe(true);
    expect(vanishedOps(desk.db(), desk.incident)).toEqual([OP]);
    expect(opById(desk.db(), OP)?.set).toMatchObject({ text: 'noted' });
    expect(lines()).toContain(OP);
  });

  test('of a batch in pieces, one piece that is gone is enough', async () => {
    desk.post('noted', { metadata: carrying(OP, { part: 1, of: 2 }) });
    const rest = desk.post('the rest', { metadata: carrying(OP, { part: 2, of: 2 }) });
    await pull();
    expect(opById(desk.db(), OP)).not.toBeNull();
    expect(hasVanished(desk.db(), desk.incident, OP)).toBe(false);
    desk.slack.remove(desk.channel.id, rest);
    await pull();
    await pull();
    expect(hasVanished(desk.db(), desk.incident, OP)).toBe(true);
  });
});

test('a piece that stands twice counts where it stands first, whichever was read first', async () => {
  const head = desk.post('noted', { metadata: carrying(OP, { part: 1, of: 2 }) });
  desk.clock.jump(SECOND);
  const again = desk.post('noted', { metadata: carrying(OP, { part: 1, of: 2 }) });
  desk.post('the rest', { metadata: carrying(OP, { part: 2, of: 2 }) });
  const firstCarrier = () =>
    get<{ ts: string }>(desk.db(), 'SELECT slack_ts AS ts FROM op WHERE id = ?', OP)?.ts;
  await pull(2);
  expect(firstCarrier()).toBe(again);
  await pull();
  expect(firstCarrier()).toBe(head);
});

describe('a message that was edited', () => {
  test('keeps its earliest text beside the present one', async () => {
    const ts = desk.post('it is the cache');
    await pull();
    for (const text of ['it is the network', 'it is DNS']) {
      desk.clock.jump(SECOND);
      desk.slack.edit(desk.channel.id, ts, text);
      await pull();
    }
    expect(desk.message(ts)).toMatchObject({
      text: 'it is DNS',
      firstText: 'it is the cache',
      edited: true,
    });
  });

  test('looks the same whatever read came first, or lagged', async () => {
    const ts = desk.post('it is the cache');
    desk.clock.jump(10 * SECOND);
    desk.slack.edit(desk.channel.id, ts, 'it is DNS');
    await pull();
    expect(desk.message(ts)).toMatchObject({ text: 'it is DNS', firstText: null });
    desk.slack.faults.add({ method: 'conversations.history', kind: 'stale', ms: 5 * SECOND });
    await pull();
    const seenLate = { text: 'it is DNS', firstText: 'it is the cache', edited: true };
    expect(desk.message(ts)).toMatchObject(seenLate);
    await pull();
    expect(desk.message(ts)).toMatchObject(seenLate);
  });

  test('without Slack’s mark, as after a change of its blocks, is seen all the same', async () => {
    const ts = desk.post('before');
    await pull();
    const message = desk.channel.messages.at(-1);
    if (message !== undefined) message.text = 'after';
    await pull();
    expect(desk.message(ts)).toMatchObject({ text: 'after', firstText: 'before', edited: false });
  });
});

describe('reading on', () => {
  test('goes back until it meets what is known, and no further', async () => {
    for (let i = 0; i < 6; i++) desk.post(`old ${i}`);
    await pull(5);
    await pull(5);
    for (let i = 0; i < 12; i++) desk.post(`new ${i}`);
    const calls = desk.calls();
    await pull(5);
    expect(desk.calls() - calls).toBe(3);
    const texts = desk.mirror().map(({ text }) => text);
    for (let i = 0; i < 12; i++) expect(texts).toContain(`new ${i}`);
    expect(rangesOf(desk.db(), desk.channel.id)).toHaveLength(1);
  });

  test('an idle look costs one call', async () => {
    for (let i = 0; i < 8; i++) desk.post(`message ${i}`);
    await pull(5);
    const calls = desk.calls();
    await pull(5);
    expect(desk.calls() - calls).toBe(1);
  });

  test('reactions and pins are mirrored as they come and go', async () => {
    const ts = desk.post('done');
    await pull();
    desk.slack.as(BEN).react(desk.channel.id, ts, 'tada');
    desk.slack.as(ANA).react(desk.channel.id, ts, 'tada');
    desk.slack.as(ANA).pin(desk.channel.id, ts);
    await pull();
    expect(desk.message(ts)).toMatchObject({
      reactions: [{ name: 'tada', count: 2, users: [BEN, ANA] }],
      pinned: true,
      firstText: null,
    });
    desk.slack.as(ANA).unreact(desk.channel.id, ts, 'tada');
    await pull();
    expect(desk.message(ts)?.reactions).toEqual([{ name: 'tada', count: 1, users: [BEN] }]);
  });
});
