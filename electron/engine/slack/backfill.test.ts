import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { OpId } from '#shared/base/ids.ts';
import { tsAt } from '#shared/ops/slack-ts.ts';
import { makeStamp } from '#shared/ops/stamp.ts';
import { addMessage } from '../../localslack/message-log.ts';
import { applyOps } from '../log/apply.ts';
import { get } from '../store/database.ts';
import { incidentById } from '../store/incidents.ts';
import { isCarried } from '../store/ops.ts';
import { enqueueDoubtful } from '../store/outbox.ts';
import { setHead } from '../store/slack-channels.ts';
import { incidentsWithGaps, rangesOf } from '../store/slack-ranges.ts';
import { ANA, BEN, type MirrorDesk, startMirrorDesk } from '../testing/mirror-desk.ts';
import { backfillIncident, wantBackfill } from './backfill.ts';
import { pullIncident } from './pull.ts';

let desk: MirrorDesk;
beforeEach(() => {
  desk = startMirrorDesk();
});
afterEach(() => desk.stop());

const pull = (limit?: number) => pullIncident(desk.reading(limit), desk.incident);
const backfill = (limit?: number) => backfillIncident(desk.reading(limit), desk.incident);
const hasGap = () => incidentsWithGaps(desk.db()).length > 0;
const held = () => get<{ n: number }>(desk.db(), 'SELECT count(*) AS n FROM slack_message')?.n ?? 0;

function opOf(id: string, set: object): object {
  const at = makeStamp(desk.clock.now(), 0, 'AAAAAAAAAA' as never);
  return { v: 1, id, at, by: ANA, incident: desk.incident, entity: 'incident', set };
}
const carrying = (op: object) => ({
  event_type: 'quarterdeck_ops',
  event_payload: { v: 1, n: 1, ids: 'x', body: JSON.stringify([op]) },
});

/** Straight into the workspace: a hundred thousand posts would take their time. */
function fill(count: number): void {
  const { channel } = desk;
  const last = channel.messages.at(-1);
  if (last === undefined) throw new Error('the channel has its first notices');
  for (let i = 1; i <= count; i++) {
    const at = desk.clock.now() + i;
    addMessage(channel, {
      ...last,
      ts: tsAt(at),
      at,
      user: BEN,
      text: `message ${i}`,
      subtype: null,
      metadata: null,
    });
  }
  desk.clock.jump(count + 1);
  channel.lastTs = desk.clock.now() * 1_000;
}

describe('a huge channel', () => {
  test('can be seen after two calls; the rest takes no more than its pages', async () => {
    desk.post('Declared', {
      metadata: carrying(opOf('01K00000000000000000000001', { code: 'INC-1', name: 'Slow' })),
    });
    desk.clock.jump(SECOND);
    setHead(desk.db(), desk.incident, tsAt(desk.clock.now()));
    fill(20_000);
    expect(await pull()).toMatchObject({ ok: true });
    expect(desk.calls()).toBe(2);
    expect(incidentById(desk.db(), desk.incident)).toMatchObject({ name: 'Slow' });
    expect(desk.message(desk.channel.messages.at(-1)?.ts ?? '')).toMatchObject({
      text: 'message 20000',
    });
    while (hasGap()) expect(await backfill()).toMatchObject({ ok: true });
    const total = desk.channel.messages.length;
    expect(held()).toBe(total);
    expect(rangesOf(desk.db(), desk.channel.id)).toHaveLength(1);
    const floor = Math.ceil(total / 200);
    expect(desk.calls()).toBeLessThanOrEqual(floor * 1.05);
  }, 120_000);

  test('is gone on with after a crash at any page, without a page lost or read twice', async () => {
    fill(95);
    await pull(10);
    while (hasGap()) {
      desk.restart();
      desk.slack.faults.add({ method: 'conversations.history', kind: 'drop-after' });
      expect((await backfill(10)).ok).toBe(false);
      desk.restart();
      expect(await backfill(10)).toMatchObject({ ok: true });
    }
    expect(held()).toBe(desk.channel.messages.length);
    const answered = desk.slack.calls.filter(({ outcome }) => outcome === 'ok').length;
    expect(answered).toBeLessThanOrEqual(Math.ceil(desk.channel.messages.length / 10) + 1);
  });

  test('is looked at while its rest is being read, and the two meet', async () => {
    fill(60);
    await pull(10);
    for (let i = 0; hasGap(); i++) {
      desk.post(`meanwhile ${i}`);
      await pull(10);
      await backfill(10);
    }
    await pull(10);
    expect(held()).toBe(desk.channel.messages.length);
  });

  test('is left alone when a person says so, and gone on with later', async () => {
    fill(60);
    await pull(10);
    await backfill(10);
    wantBackfill(desk.reading(), desk.incident, false);
    expect(hasGap()).toBe(false);
    desk.restart();
    expect(hasGap()).toBe(false);
    wantBackfill(desk.reading(), desk.incident, true);
    while (hasGap()) await backfill(10);
    expect(held()).toBe(desk.channel.messages.length);
  });
});

test('after a long absence a look reads a few pages, and the rest is a gap', async () => {
  fill(5);
  await pull(10);
  fill(200);
  const calls = desk.calls();
  await pull(10);
  expect(desk.calls() - calls).toBe(5);
  expect(rangesOf(desk.db(), desk.channel.id)).toHaveLength(2);
  while (hasGap()) await backfill(10);
  expect(held()).toBe(desk.channel.messages.length);
});

test('what may have been posted is looked for as far back as it could be', async () => {
  const OURS = '01K00000000000000000000002' as OpId;
  desk.clock.jump(MINUTE);
  const op = opOf(OURS, { name: 'Ours' });
  desk.post('ours', { metadata: carrying(op) });
  fill(120);
  // A database that was lost, and the journal that knows the op.
  applyOps(desk.db(), [op as never], null);
  enqueueDoubtful(desk.db(), {
    op: OURS,
    incident: desk.incident,
    account: null,
    queuedAt: desk.clock.now(),
  });
  await pull(10);
  expect(isCarried(desk.db(), OURS)).toBe(true);
});
