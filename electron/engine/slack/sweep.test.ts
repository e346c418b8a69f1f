import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { HOUR } from '#shared/base/duration.ts';
import { fetchInto } from '../../localslack/fetch.ts';
import { sweepOf, walkedIncidents } from '../store/slack-sweeps.ts';
import { ANA, type MirrorDesk, startMirrorDesk } from '../testing/mirror-desk.ts';
import type { WalkProgress } from '../transport.ts';
import { pullIncident } from './pull.ts';
import { sweepIncident, walkIncident, wantWalk } from './sweep.ts';

let desk: MirrorDesk;
beforeEach(() => {
  desk = startMirrorDesk({ limit: 5 });
});
afterEach(() => desk.stop());

const pull = () => pullIncident(desk.reading(), desk.incident);
const sweep = () => sweepIncident(desk.reading(), desk.incident);
const walk = (options = {}) => walkIncident(desk.reading(), desk.incident, options);
const posts = (n: number) => Array.from({ length: n }, (_, i) => desk.post(`message ${i}`));

describe('the slow sweep', () => {
  test('sees, a page a step, what changed and vanished below the newest page', async () => {
    const [first = '', second = ''] = posts(20);
    expect(await walk()).toMatchObject({ ok: true });
    desk.slack.remove(desk.channel.id, first);
    desk.slack.edit(desk.channel.id, second, 'edited');
    desk.slack.as(ANA).pin(desk.channel.id, second);
    await pull();
    expect(desk.message(second)).toMatchObject({ text: 'message 1' });
    for (let step = 0; step < 7; step++) {
      const calls = desk.calls();
      expect(await sweep()).toMatchObject({ ok: true });
      expect(desk.calls() - calls).toBe(1);
    }
    expect(desk.message(first)).toMatchObject({ gone: true, text: 'message 0' });
    expect(desk.message(second)).toMatchObject({
      text: 'edited',
      firstText: 'message 1',
      pinned: true,
    });
  });

  test('goes on after a restart where it stood', async () => {
    posts(20);
    await walk();
    await sweep();
    await sweep();
    const { below } = sweepOf(desk.db(), desk.channel.id);
    expect(below).not.toBeNull();
    desk.restart();
    await sweep();
    const after = sweepOf(desk.db(), desk.channel.id).below;
    expect(after === null ? '' : after < (below ?? '')).toBe(true);
  });

  test('costs nothing in a short channel, which every look reads whole', async () => {
    posts(2);
    await pull();
    const calls = desk.calls();
    await sweep();
    expect(desk.calls()).toBe(calls);
  });

  test('does not take for whole what Slack gave less of than it was asked for', async () => {
    const shorter: MirrorDesk = startMirrorDesk({
      fetch: (input, init) => {
        const body = String(init?.body).replace(/limit=\d+/, 'limit=5');
        return fetchInto(shorter.slack)(input, { ...init, body });
      },
    });
    onTestFinished(() => shorter.stop());
    const [first = ''] = Array.from({ length: 12 }, (_, i) => shorter.post(`message ${i}`));
    await walkIncident(shorter.reading(), shorter.incident);
    shorter.slack.edit(shorter.channel.id, first, 'edited');
    await pullIncident(shorter.reading(), shorter.incident);
    for (let step = 0; step < 4; step++) await sweepIncident(shorter.reading(), shorter.incident);
    expect(shorter.message(first)).toMatchObject({ text: 'edited' });
  });

  test('reads threads again after an hour: an edit of a reply moves nothing at its root', async () => {
    const [root = ''] = posts(1);
    const reply = desk.slack.as(ANA).reply(desk.channel.id, root, 'it is the cache');
    await walk();
    desk.slack.edit(desk.channel.id, reply, 'it is DNS');
    await pull();
    await sweep();
    expect(desk.message(reply)).toMatchObject({ text: 'it is the cache' });
    desk.clock.jump(HOUR + 1);
    await sweep();
    expect(desk.message(reply)).toMatchObject({ text: 'it is DNS', firstText: 'it is the cache' });
  });

  test('leaves to the backfill what was never read', async () => {
    posts(20);
    await pull();
    const calls = desk.calls();
    await sweep();
    expect(desk.calls()).toBe(calls);
  });
});

describe('a walk through all of it', () => {
  test('reads everything, tells how far it is, and settles what was missed', async () => {
    const all = posts(23);
    const replies = all.map((ts, i) => desk.slack.as(ANA).reply(desk.channel.id, ts, `re ${i}`));
    expect(await walk()).toEqual({ ok: true, value: 'through' });
    expect([...all, ...replies].every((ts) => desk.message(ts) !== null)).toBe(true);
    desk.slack.remove(desk.channel.id, all[3] ?? '');
    desk.slack.remove(desk.channel.id, replies[5] ?? '');
    const told: WalkProgress[] = [];
    await walk({ onProgress: (progress: WalkProgress) => told.push(progress) });
    expect(desk.message(all[3] ?? '')).toMatchObject({ gone: true });
    expect(desk.message(replies[5] ?? '')).toMatchObject({ gone: true });
    const total = desk.channel.messages.filter(({ threadTs }) => threadTs === null).length;
    expect(told.at(-1)?.done).toBe(told.at(-1)?.total);
    expect(told.at(-1)?.total).toBeGreaterThanOrEqual(total - 1);
    expect(told[0]?.done).toBeLessThan(total);
  });

  test('can be cancelled between pages, and is gone on with from there', async () => {
    posts(30);
    await walk();
    const stop = new AbortController();
    let steps = 0;
    const onProgress = () => {
      steps += 1;
      if (steps === 3) stop.abort();
    };
    expect(await walk({ onProgress, signal: stop.signal })).toEqual({
      ok: true,
      value: 'cancelled',
    });
    desk.restart();
    const calls = desk.calls();
    expect(await walk()).toEqual({ ok: true, value: 'through' });
    expect(desk.calls() - calls).toBeLessThanOrEqual(Math.ceil(32 / 5) - 3 + 1);
  });

  test('after trouble goes on where it stood', async () => {
    posts(30);
    for (let skip = 0; skip < 4; skip++) {
      desk.slack.faults.add({
        method: 'conversations.history',
        kind: 'limited',
        skip,
        retryAfter: 1,
      });
      expect(await walk()).toMatchObject({ ok: false, error: { kind: 'limited' } });
      desk.clock.jump(1_200);
    }
    expect(await walk()).toEqual({ ok: true, value: 'through' });
    expect(desk.mirror()).toHaveLength(desk.channel.messages.length);
  });

  test('is not wanted again within the hour just because the incident is opened', async () => {
    posts(20);
    await walk();
    wantWalk(desk.reading(), desk.incident, false);
    expect(walkedIncidents(desk.db())).toEqual([]);
    wantWalk(desk.reading(), desk.incident, true);
    expect(walkedIncidents(desk.db())).toEqual([desk.incident]);
    while (walkedIncidents(desk.db()).length > 0) await sweep();
    desk.clock.jump(HOUR + 1);
    wantWalk(desk.reading(), desk.incident, false);
    expect(walkedIncidents(desk.db())).toEqual([desk.incident]);
  });
});
