import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { type Desktop, startDesktop } from '../testing/desktop.ts';
import { startTeam } from '../testing/team.ts';

let ana: Desktop;
let incident: IncidentId;
beforeEach(async () => {
  ana = await startDesktop();
  incident = await ana.declare('Slow');
});
afterEach(() => ana.stop());

const view = () => ana.query('incident', { incident });
const status = (to: 'fixing' | 'monitoring' | 'resolved' | 'closed') =>
  ana.command('incident.set-status', { incident, status: to });
const told = async () => {
  const { items } = await ana.query('timeline', { incident, limit: 50 });
  return items.flatMap((item) => (item.kind === 'change' ? [...item.changes] : []));
};

describe('what an incident says of itself', () => {
  test('summary and impact are written, changed and taken back', async () => {
    expect(await view()).toMatchObject({ summary: '', impact: '' });
    await ana.command('incident.set-summary', { incident, summary: 'Payments time out.' });
    await ana.command('incident.set-impact', { incident, impact: '3 % of orders' });
    await ana.command('incident.set-impact', { incident, impact: '3 % of orders' });
    expect(await view()).toMatchObject({
      summary: 'Payments time out.',
      impact: '3 % of orders',
    });
    await ana.command('incident.set-summary', { incident, summary: '' });
    expect((await told()).slice(2)).toEqual([
      { kind: 'summary', to: 'Payments time out.' },
      { kind: 'impact', to: '3 % of orders' },
      { kind: 'summary', to: '' },
    ]);
  });

  test('an empty summary where there is none says nothing', async () => {
    await ana.command('incident.set-summary', { incident, summary: '  ' });
    await ana.command('incident.set-private', { incident, private: false });
    expect(await told()).toHaveLength(2);
  });

  test('it becomes private and public again', async () => {
    await ana.command('incident.set-private', { incident, private: true });
    expect((await view()).private).toBe(true);
    await ana.command('incident.set-private', { incident, private: false });
    expect((await told()).slice(2)).toEqual([
      { kind: 'visibility', private: true },
      { kind: 'visibility', private: false },
    ]);
  });

  test('a channel that everybody reads does not make a private incident', async () => {
    const { clock, join, incidentChannel } = startTeam();
    const ben = await join('xoxp-ben');
    const shared = await ben.declare('Leak');
    await clock.advance(30 * SECOND);
    const input = { incident: shared, private: true };
    expect(await ben.refusal('command', 'incident.set-private', input)).toMatchObject({
      code: 'not_possible',
      message: `#${incidentChannel()} can be read by everybody in Slack.`,
    });
    await ben.command('incident.set-private', { ...input, channelIsPrivate: true });
    expect((await ben.query('incident', { incident: shared })).private).toBe(true);
  });

  test('a summary too long is refused in words', async () => {
    const input = { incident, summary: 'x'.repeat(5_001) };
    expect(await ana.refusal('command', 'incident.set-summary', input)).toMatchObject({
      code: 'invalid_input',
      message: 'A summary can have 5,000 characters. Shorten it.',
    });
  });
});

describe('key times', () => {
  test('those that follow from the status are there by themselves, the others are not', async () => {
    const { declaredAt } = await view();
    await ana.clock.advance(MINUTE);
    await status('fixing');
    await ana.clock.advance(MINUTE);
    await status('monitoring');
    expect((await view()).keyTimes).toEqual({
      began: null,
      detected: null,
      declared: { at: declaredAt, by: 'follows' },
      acknowledged: { at: declaredAt + MINUTE, by: 'follows' },
      mitigated: { at: declaredAt + 2 * MINUTE, by: 'follows' },
      resolved: null,
      closed: null,
    });
  });

  test('a person sets one, corrects one, and lets the status say it again', async () => {
    const { declaredAt } = await view();
    const began = declaredAt - HOUR;
    await ana.command('incident.set-time', { incident, time: 'began', at: began });
    await ana.command('incident.set-time', { incident, time: 'declared', at: began + 1 });
    expect(await view()).toMatchObject({
      declaredAt: began + 1,
      keyTimes: { began: { at: began, by: 'set' }, declared: { at: began + 1, by: 'set' } },
    });
    await ana.command('incident.set-time', { incident, time: 'declared', at: null });
    expect(await view()).toMatchObject({ declaredAt });
    expect((await told()).slice(2)).toEqual([
      { kind: 'key-time', key: 'began', from: null, to: began },
      { kind: 'key-time', key: 'declared', from: null, to: began + 1 },
      { kind: 'key-time', key: 'declared', from: began + 1, to: null },
    ]);
  });

  test('the clock stops when it was resolved, not when somebody closed it days later', async () => {
    await status('resolved');
    const { endedAt } = await view();
    await ana.clock.advance(48 * HOUR);
    await status('closed');
    expect((await view()).endedAt).toBe(endedAt);
    expect((await ana.query('desk', {})).recent[0]?.endedAt).toBe(endedAt);
    const corrected = Number(endedAt) - MINUTE;
    await ana.command('incident.set-time', { incident, time: 'resolved', at: corrected });
    expect((await view()).endedAt).toBe(corrected);
  });

  test('a time that is none is refused', async () => {
    const input = { incident, time: 'began', at: Number.MAX_SAFE_INTEGER };
    expect(await ana.refusal('command', 'incident.set-time', input)).toMatchObject({
      message: 'This is not a moment.',
    });
  });
});

describe('a key tells declarations of one thing from others', () => {
  const declare = async (key: string) => {
    const asked = ana.id() as IncidentId;
    const declared = await ana.command('incident.declare', { incident: asked, name: 'x', key });
    return { asked, given: declared.incident };
  };

  test('while its incident is active that one is the answer; afterwards it is declared anew', async () => {
    const first = await declare('alert/1');
    expect(first.given).toBe(first.asked);
    expect((await declare('alert/1')).given).toBe(first.given);
    const other = await declare('alert/2');
    expect(other.given).toBe(other.asked);
    await ana.command('incident.set-status', { incident: first.given, status: 'resolved' });
    const again = await declare('alert/1');
    expect(again.given).toBe(again.asked);
  });

  test('it goes on to the incident that its own was merged into', async () => {
    const { given } = await declare('alert/1');
    await ana.command('incident.merge', { incident: given, into: incident });
    expect((await declare('alert/1')).given).toBe(incident);
    expect(await told()).not.toContainEqual(expect.objectContaining({ kind: 'unknown' }));
  });
});
