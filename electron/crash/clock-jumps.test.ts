import { describe, expect, onTestFinished, test } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { createClock } from '../engine/testing/clock.ts';
import { type Desktop, memorySecrets, startDesktop } from '../engine/testing/desktop.ts';
import { seededRandom } from '../engine/testing/random.ts';
import { fetchInto } from '../localslack/fetch.ts';
import { SMALL_TEAM } from '../localslack/seed.ts';
import { createWorkspace, type Workspace } from '../localslack/workspace.ts';
import { auditSlack } from './audit.ts';

const BEN = 'U0BEN000001';

/** Two desks on one Slack; Ana's wall clock can be set, while timers and Slack go on as they do. */
async function twoDesks() {
  const clock = createClock();
  const slack = createWorkspace({
    seed: SMALL_TEAM,
    clock,
    random: seededRandom(9),
    limits: 'slack',
  });
  const wall = { ahead: 0 };
  const start = (token: string, seed: number, ahead: () => number) =>
    startDesktop({
      clock: { ...clock, now: () => clock.now() + ahead() },
      seed,
      secrets: memorySecrets(token),
      fetch: fetchInto(slack),
    });
  const ana = await start('xoxp-ana', 1, () => wall.ahead);
  const ben = await start('xoxp-ben', 2, () => 0);
  onTestFinished(async () => {
    await ana.stop();
    await ben.stop();
  });
  await clock.advance(2 * SECOND);
  /** How often Ana's desk asks Slack for something during so many ms. */
  const callsIn = async (ms: number) => {
    const from = slack.calls.length;
    await clock.advance(ms);
    return slack.calls.slice(from).filter(({ token }) => token === 'xoxp-ana').length;
  };
  return { clock, slack, wall, ana, ben, callsIn };
}

const note = (desk: Desktop, incident: IncidentId, text: string) =>
  desk.command('note.add', { incident, entry: desk.id(), text });

async function notesOn(desk: Desktop, incident: IncidentId): Promise<readonly string[]> {
  const { items } = await desk.query('timeline', { incident, limit: 50 });
  return items.flatMap((item) => (item.kind === 'note' ? [item.text] : []));
}

/** Reads that came too often. Two desks that post in the same second may well be told to wait. */
const refusedReads = (slack: Workspace) =>
  slack.calls.filter(({ outcome, method }) => outcome === '429' && method !== 'chat.postMessage');

const JUMPS: readonly (readonly [string, number])[] = [
  ['two hours ahead', 2 * HOUR],
  ['two hours back', -2 * HOUR],
  ['a day ahead', DAY],
  ['a day back', -DAY],
  ['ten minutes back', -10 * MINUTE],
  ['an hour ahead, as in March', HOUR],
  ['an hour back, as in October', -HOUR],
];

describe.each(JUMPS)('a clock that is set %s in the middle of an incident', (_what, ms) => {
  test('changes no order, stops nothing and starts no rush, there and back', async () => {
    const { clock, slack, wall, ana, ben, callsIn } = await twoDesks();
    const incident = await ana.declare('Slow');
    await note(ana, incident, 'one');
    await clock.advance(MINUTE);
    const usual = Math.max(await callsIn(MINUTE), await callsIn(MINUTE));
    wall.ahead = ms;
    await note(ana, incident, 'two');
    const after = await callsIn(MINUTE);
    expect(after).toBeLessThanOrEqual(usual * 1.5 + 8);
    expect((await ana.query('sync', {})).state).toBe('synced');
    await note(ben, incident, 'three');
    await clock.advance(MINUTE);
    await note(ana, incident, 'four');
    await clock.advance(MINUTE);
    wall.ahead = 0;
    await note(ana, incident, 'five');
    const back = await callsIn(MINUTE);
    expect(back).toBeLessThanOrEqual(usual * 1.5 + 8);
    await note(ben, incident, 'six');
    await clock.advance(2 * MINUTE);
    const all = ['one', 'two', 'three', 'four', 'five', 'six'];
    expect(await notesOn(ana, incident)).toEqual(all);
    expect(await notesOn(ben, incident)).toEqual(all);
    expect((await ana.query('sync', {})).state).toBe('synced');
    expect((await ana.query('sync', {})).waiting).toBe(0);
    expect(auditSlack(slack, [])).toEqual([]);
    expect(refusedReads(slack)).toEqual([]);
  });
});

test('a night’s sleep: on waking everything is read, what waited goes out once, and Slack is not rushed at', async () => {
  const { clock, slack, ana, ben, callsIn } = await twoDesks();
  const incident = await ana.declare('Slow');
  await clock.advance(MINUTE);
  const usual = Math.max(await callsIn(MINUTE), await callsIn(MINUTE));
  await note(ana, incident, 'last thing at night');
  // Nothing runs meanwhile; only time passes, for everybody.
  clock.jump(8 * HOUR);
  const channel = slack.channels().find(({ name }) => name.startsWith('inc-'))?.id ?? '';
  for (let i = 0; i < 300; i++) slack.say(BEN, channel, `night ${i}`);
  const first = await callsIn(10 * SECOND);
  expect(first).toBeLessThanOrEqual(usual);
  const rest = await callsIn(MINUTE);
  expect(rest).toBeLessThanOrEqual(usual * 1.5 + 8);
  await clock.advance(MINUTE);
  expect((await ana.query('sync', {})).state).toBe('synced');
  const { items } = await ana.query('timeline', { incident, limit: 200 });
  expect(items.at(-1)).toMatchObject({ kind: 'message', text: 'night 299' });
  expect(await notesOn(ben, incident)).toEqual([]);
  expect(auditSlack(slack, [])).toEqual([]);
  expect(refusedReads(slack)).toEqual([]);
});
