import { afterEach, describe, expect, test } from 'vitest';
import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { makeStamp } from '#shared/ops/stamp.ts';
import { fetchInto } from '../../localslack/fetch.ts';
import type { Metadata } from '../../localslack/model.ts';
import { applyOps } from '../log/apply.ts';
import { get } from '../store/database.ts';
import { hasOps, isCarried, opById } from '../store/ops.ts';
import { enqueue, isWaiting } from '../store/outbox.ts';
import { saveChannel } from '../store/slack-channels.ts';
import { quarantineCounts, quarantined } from '../store/slack-quarantine.ts';
import { rangesOf } from '../store/slack-ranges.ts';
import { ANA, BEN, type MirrorDesk, startMirrorDesk } from '../testing/mirror-desk.ts';
import { ANSWER_MAX } from './answer-body.ts';
import { pullIncident } from './pull.ts';

let desk: MirrorDesk;
afterEach(() => desk.stop());

const pull = (limit?: number) => pullIncident(desk.reading(limit), desk.incident);
const bytes = (text: string) => new TextEncoder().encode(text);
const json = (body: ConstructorParameters<typeof Response>[0]) =>
  new Response(body, { headers: { 'content-type': 'application/json; charset=utf-8' } });

/** A desk whose network gives this in place of what Slack says. */
function deskWith(answer: () => Response | null): MirrorDesk {
  const made = startMirrorDesk({
    fetch: async (...args) => answer() ?? fetchInto(made.slack)(...args),
  });
  return made;
}

/** How many rows were ever written. */
const writes = () => get<{ n: number }>(desk.db(), 'SELECT total_changes() AS n')?.n ?? Number.NaN;

const tsOf = (n: number) => `1763690400.${String(n).padStart(6, '0')}`;
const message = (n: number, more: object = {}) => ({
  type: 'message',
  ts: tsOf(n),
  user: BEN,
  text: `Nº ${n} — “ok” 😀`,
  ...more,
});

/** Bodies as Slack sends them: with and without more, metadata, replies, reactions, odd messages. */
const BODIES: readonly string[] = Array.from({ length: 20 }, (_, i) => {
  const reactions = [{ name: 'eyes', users: [ANA], count: 1 }];
  const metadata = { event_type: 'quarterdeck_ops', event_payload: { v: 1, ids: 'x', body: '[]' } };
  const mores = [
    {},
    { reactions },
    { metadata },
    { edited: { user: BEN, ts: tsOf(900) } },
    { user: null },
  ];
  const messages = [message(i + 1, mores[i % 5]), ...(i % 4 === 0 ? [message(i)] : [])];
  const more =
    i % 2 === 0
      ? { has_more: false }
      : { has_more: true, response_metadata: { next_cursor: 'bmV4dA==' } };
  return JSON.stringify({ ok: true, messages, ...more });
});

describe('an answer that is not whole', () => {
  test('cut at any byte: nothing of it is kept, the place is not moved, and it says so', async () => {
    let body: Uint8Array<ArrayBuffer> = bytes('');
    desk = deskWith(() => json(body));
    const before = writes();
    for (const whole of BODIES) {
      const all = bytes(whole);
      for (let at = 0; at < all.length; at++) {
        body = all.slice(0, at);
        const pulled = await pull();
        if (pulled.ok || pulled.error.kind !== 'offline') throw new Error(`${at} of ${whole}`);
      }
    }
    expect(writes()).toBe(before);
    expect(rangesOf(desk.db(), desk.channel.id)).toEqual([]);
    body = bytes(BODIES[0] ?? '');
    expect(await pull()).toMatchObject({ ok: true });
    expect(desk.mirror().map(({ ts }) => ts)).toEqual([tsOf(0), tsOf(1)]);
  }, 120_000);

  test.each([
    ['not JSON', 'hello'],
    ['JSON of another kind', '[]'],
    ['null', 'null'],
    ['without messages', '{"ok":true}'],
    ['messages that are no list', '{"ok":true,"messages":{}}'],
    ['a mark of more that is no mark', '{"ok":true,"messages":[],"has_more":"no"}'],
    ['a cursor that is no text', '{"ok":true,"messages":[],"response_metadata":{"next_cursor":7}}'],
    ['an unknown refusal', '{"ok":false,"error":"the_moon_is_full"}'],
    ['a refusal of no kind', '{"ok":false}'],
  ])('%s: nothing is kept, and it says so', async (_what, body) => {
    desk = deskWith(() => json(body));
    const before = writes();
    const pulled = await pull();
    expect(pulled.ok).toBe(false);
    expect(writes()).toBe(before);
  });

  test('too large to take: it is asked for in smaller pages', async () => {
    desk = startMirrorDesk({
      fetch: async (...args) => {
        const answer = await fetchInto(desk.slack)(...args);
        const body = await answer.text();
        const { messages = [] } = JSON.parse(body);
        // Each message as large as an answer may hardly be: two do not fit.
        return messages.length > 1 ? json(`${body}${' '.repeat(ANSWER_MAX)}`) : json(body);
      },
    });
    const newest = [0, 1, 2].map((i) => desk.post(`huge ${i}`)).at(-1) ?? '';
    expect(await pull()).toMatchObject({ ok: true });
    expect(desk.message(newest)).toMatchObject({ text: 'huge 2' });
  });

  test('fifty million bytes are not taken in, and other channels are not held up by it', async () => {
    let sent = 0;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent += 1_000_000;
          if (sent > 50_000_000) controller.close();
          else controller.enqueue(new Uint8Array(1_000_000).fill(32));
        },
      });
    desk = deskWith(() => json(endless()));
    const pulled = await pull(1);
    expect(pulled).toMatchObject({ ok: false, error: { kind: 'parked' } });
    expect(sent).toBeLessThanOrEqual(ANSWER_MAX + 2_000_000);
  });
});

describe('a message that makes no sense', () => {
  test('is set aside with a reason; the rest of the page is kept and the place moves on', async () => {
    const odd = [null, 7, 'x', {}, { ts: 'soon' }, { ts: 1763690400.5 }, [message(5)]];
    const body = { ok: true, messages: [message(3), ...odd, message(1)], has_more: false };
    desk = deskWith(() => json(JSON.stringify(body)));
    expect(await pull()).toMatchObject({ ok: true });
    expect(await pull()).toMatchObject({ ok: true });
    expect(desk.mirror().map(({ ts }) => ts)).toEqual([tsOf(1), tsOf(3)]);
    expect(quarantineCounts(desk.db())).toEqual([{ reason: 'message-malformed', count: 7 }]);
    expect(quarantined(desk.db(), 50).map(({ body }) => body)).toContain('{"ts":"soon"}');
    expect(rangesOf(desk.db(), desk.channel.id)).toEqual([{ oldest: '0', newest: tsOf(3) }]);
  });

  test('fields that are null, of another kind, or of a later Slack harm nothing', async () => {
    const strange = [
      message(9, { user: null, text: null, reactions: 'many', files: [null, { id: 7 }] }),
      message(8, { text: { rich: true }, edited: 'yes', thread_ts: 5, pinned_to: null }),
      message(7, { hologram: { depth: 3 }, subtype: 'levitation', metadata: 'none' }),
    ];
    desk = deskWith(() => json(JSON.stringify({ ok: true, messages: strange, has_more: false })));
    expect(await pull()).toMatchObject({ ok: true });
    expect(desk.mirror()).toHaveLength(3);
    expect(desk.message(tsOf(9))).toMatchObject({ author: 'name:Slack', text: '', reactions: [] });
  });

  test('a whole page of them does not hide what is behind it', async () => {
    const pages = [
      { ok: true, messages: [{}, {}], has_more: true, response_metadata: { next_cursor: 'MQ==' } },
      { ok: true, messages: [message(2)], has_more: false },
    ];
    let asked = 0;
    desk = deskWith(() => json(JSON.stringify(pages[asked++ % 2])));
    expect(await pull()).toMatchObject({ ok: true });
    expect(desk.mirror().map(({ ts }) => ts)).toEqual([tsOf(2)]);
  });
});

describe('metadata that is not what it says', () => {
  const PRIVATE = '01K000000000000000000000PR' as IncidentId;
  const HELD = '01K000000000000000000000HE' as OpId;
  const opOf = (incident: string, id: string, set: object = { name: 'Hijacked' }) => ({
    v: 1,
    id,
    at: makeStamp(Date.UTC(2026, 10, 21, 3), 0, 'AAAAAAAAAA' as never),
    by: BEN,
    incident,
    entity: 'incident',
    set,
  });
  const carrying = (payload: object): Metadata => ({
    event_type: 'quarterdeck_ops',
    event_payload: { v: 1, n: 1, ids: 'x', ...payload },
  });
  const batch = (...ops: readonly unknown[]) => carrying({ body: JSON.stringify(ops) });

  test('somebody else’s under our type is kept as the message it is, and set aside', async () => {
    desk = startMirrorDesk();
    const payloads = [
      {},
      { v: 1, ids: 'x' },
      { v: 1, ids: 'x', body: '{' },
      { v: 1, ids: 'x', body: '"op"' },
      { v: 1, ids: 'x', body: '[7]' },
      { v: 1, ids: 'x', body: '[]', part: 3, parts: 2 },
    ];
    const posted = payloads.map((event_payload, i) =>
      desk.post(`odd ${i}`, { metadata: { event_type: 'quarterdeck_ops', event_payload } }),
    );
    expect(await pull()).toMatchObject({ ok: true });
    for (const [i, ts] of posted.entries()) {
      expect(desk.message(ts)).toMatchObject({ kind: 'message', text: `odd ${i}` });
    }
    expect(quarantineCounts(desk.db())).toEqual([
      { reason: 'body-malformed', count: 2 },
      { reason: 'op-malformed', count: 1 },
      { reason: 'payload-malformed', count: 3 },
    ]);
    // Once, however often it is read.
    const logged = desk.log.length;
    await pull();
    expect(desk.log.length).toBe(logged);
  });

  test('an op of another incident changes nothing there, least of all in a private one', async () => {
    desk = startMirrorDesk();
    const db = desk.db();
    saveChannel(db, { incident: PRIVATE, channel: 'G0PRIVATE', name: 'inc-x', announce: 'done' });
    const declared = opOf(PRIVATE, HELD, { code: 'INC-P', name: 'Leak', private: true });
    applyOps(db, [declared as never], null);
    enqueue(db, { op: HELD, incident: PRIVATE, account: ANA, queuedAt: 0 });
    const own = opOf(desk.incident, '01K00000000000000000000001', { code: 'INC-1', name: 'Ours' });
    desk.post('one of each', {
      metadata: batch(
        opOf(PRIVATE, '01K00000000000000000000002'),
        opOf('01K0000000000000000000000Z', '01K00000000000000000000003'),
        own,
      ),
    });
    // An op that takes the id of the private one: it must not count as that one's delivery.
    desk.post('an id that is taken', { metadata: batch(opOf(desk.incident, HELD)) });
    desk.post('in pieces', {
      metadata: carrying({ ids: HELD, body: '[', part: 1, parts: 2 }),
    });
    expect(await pull()).toMatchObject({ ok: true });
    expect(opById(db, HELD)).toEqual(declared);
    // It is kept in its own incident, under a name that is free.
    expect(opById(db, `${HELD}.${desk.incident}` as OpId)?.incident).toBe(desk.incident);
    expect(isCarried(db, HELD)).toBe(false);
    expect(isWaiting(db, HELD)).toBe(true);
    expect(opById(db, '01K00000000000000000000002' as OpId)).toBeNull();
    expect(hasOps(db, '01K0000000000000000000000Z' as IncidentId)).toBe(false);
    expect(opById(db, '01K00000000000000000000001' as OpId)).toEqual(own);
    expect(quarantineCounts(db)).toEqual([
      { reason: 'op-id-taken', count: 1 },
      { reason: 'op-of-another-incident', count: 1 },
      { reason: 'op-of-unknown-incident', count: 1 },
    ]);
  });

  test('an incident that is only ever changed, never declared, is kept and not shown', async () => {
    desk = startMirrorDesk();
    const id = '01K00000000000000000000004' as OpId;
    desk.post('severity', { metadata: batch(opOf(desk.incident, id, { severity: 'major' })) });
    expect(await pull()).toMatchObject({ ok: true });
    expect(opById(desk.db(), id)).not.toBeNull();
    const shown = get(desk.db(), 'SELECT 1 FROM incident');
    expect(shown).toBeUndefined();
  });
});
