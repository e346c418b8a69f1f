import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import { startTeam } from '../testing/team.ts';

const BEN = 'U0BEN000001';

async function scene() {
  const team = startTeam();
  const ana = await team.join('xoxp-ana');
  const incident = await ana.declare('Slow');
  await team.clock.advance(30 * SECOND);
  const name = team.incidentChannel();
  const channel = team.slack.channels().find((one) => one.name === name)?.id ?? '';
  const say = (text: string) => {
    team.slack.say(BEN, channel, text);
    return team.slack.channelNamed(name)?.messages.at(-1)?.ts ?? '';
  };
  const suggested = async () =>
    (await ana.query('suggestions', { incident, limit: 50 })).items.map(({ text }) => text);
  return { ...team, ana, incident, channel, say, suggested };
}

test('messages that say something are suggested, with the reasons, the newest first', async () => {
  const { ana, incident, clock, say, suggested } = await scene();
  say('joining');
  say('p99 latency went from 200ms to 4s');
  say('Rolled back 41f2');
  await clock.advance(30 * SECOND);
  const { items, older } = await ana.query('suggestions', { incident, limit: 1 });
  expect(items).toMatchObject([
    { text: 'Rolled back 41f2', kind: 'mitigation', score: 3, reasons: ['mentions rollback'] },
  ]);
  const next = await ana.query('suggestions', { incident, limit: 1, before: older ?? '' });
  expect(next).toMatchObject({ items: [{ kind: 'evidence' }] });
  expect(await suggested()).toHaveLength(2);
});

test('what was taken over, hidden or waved aside is not suggested again', async () => {
  const { ana, incident, clock, say, suggested } = await scene();
  const [one, two, three] = ['restarted db-1', 'restarted db-2', 'restarted db-3'].map(say);
  await clock.advance(30 * SECOND);
  await ana.command('entry.curate', { incident, ts: one ?? '' });
  const line = { kind: 'message', id: two ?? '' } as const;
  await ana.command('line.hide', { incident, line, hidden: true });
  const aside = { incident, ts: three ?? '' };
  await ana.command('suggestion.dismiss', { ...aside, dismissed: true });
  expect(await suggested()).toEqual([]);
  await ana.command('suggestion.dismiss', { ...aside, dismissed: false });
  expect(await suggested()).toEqual(['restarted db-3']);
});

test('one that is edited or deleted in Slack is looked at again', async () => {
  const { clock, slack, channel, say, suggested } = await scene();
  const [edited, deleted] = [say('rolling back'), say('failed over to the replica')];
  await clock.advance(30 * SECOND);
  expect(await suggested()).toHaveLength(2);
  slack.as(BEN).edit(channel, edited, 'forget it');
  slack.as(BEN).remove(channel, deleted);
  await clock.advance(5 * MINUTE);
  expect(await suggested()).toEqual([]);
});

test('a long channel is looked through a part at a time', async () => {
  const { ana, incident, clock, slack, channel, say } = await scene();
  say('Rolled back 41f2');
  const talk = (i: number) => ({ user: BEN, text: `joining ${i}`, at: clock.now() + i });
  slack.fill(
    channel,
    Array.from({ length: 1_600 }, (_, i) => talk(i)),
  );
  await clock.advance(20 * MINUTE);
  const first = await ana.query('suggestions', { incident, limit: 5 });
  expect(first.items).toEqual([]);
  const rest = await ana.query('suggestions', { incident, limit: 5, before: first.older ?? '' });
  expect(rest).toMatchObject({ items: [{ text: 'Rolled back 41f2' }], older: null });
});
