import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { Message } from '../../localslack/model.ts';
import { startTeam, type Team } from '../testing/team.ts';

/** Has a message posted a second time, by whoever is named, as a proxy on the way may do. */
function again({ slack, clock }: Team, channel: string, first: Message, user: string): Message {
  const found = slack.channelNamed(channel);
  slack.say(user, found?.id ?? '', 'copy');
  const copy = found?.messages.at(-1);
  if (copy === undefined) throw new Error('there is no copy');
  // A second after the first at the earliest: so do two posts of one desktop.
  expect(copy.ts > first.ts && clock.now() > 0).toBe(true);
  copy.metadata = first.metadata;
  return copy;
}

async function noteInSlack(team: Team) {
  const ana = await team.join('xoxp-ana');
  const incident = await ana.declare('Slow');
  await team.clock.advance(20 * SECOND);
  await ana.command('note.add', { incident, entry: ana.id(), text: 'once' });
  await team.clock.advance(5 * SECOND);
  const channel = team.incidentChannel();
  const first = team.metadataOf(channel).find(({ text }) => text.includes('once'));
  if (first === undefined) throw new Error('the note is not in Slack');
  return { ana, incident, channel, first };
}

const ANA = 'U0ANA000001';
const BEN = 'U0BEN000001';
const copies = ({ metadataOf }: Team, channel: string, first: Message) =>
  metadataOf(channel)
    .filter(({ metadata }) => metadata?.event_payload.ids === first.metadata?.event_payload.ids)
    .map(({ ts }) => ts);

test('a copy too many is taken away by who posted it, and the first one stays', async () => {
  const team = startTeam();
  const { ana, incident, channel, first } = await noteInSlack(team);
  const ben = await team.join('xoxp-ben');
  again(team, channel, first, ANA);
  await team.clock.advance(2 * MINUTE);
  expect(copies(team, channel, first)).toEqual([first.ts]);
  for (const desktop of [ana, ben]) {
    const { items } = await desktop.query('timeline', { incident, limit: 20 });
    expect(items.filter((item) => 'text' in item && item.text === 'once')).toHaveLength(1);
    expect(items.filter(({ kind }) => kind === 'message')).toEqual([]);
  }
});

test('a copy that somebody else posted is theirs', async () => {
  const team = startTeam();
  const { channel, first } = await noteInSlack(team);
  const copy = again(team, channel, first, BEN);
  await team.clock.advance(2 * MINUTE);
  expect(copies(team, channel, first)).toEqual([first.ts, copy.ts]);
  await team.join('xoxp-ben');
  await team.clock.advance(2 * MINUTE);
  expect(copies(team, channel, first)).toEqual([first.ts]);
});

test.each(['reply', 'reaction', 'pin'] as const)(
  'a copy that has a %s stays: people spoke of it',
  async (kind) => {
    const team = startTeam();
    const { channel, first } = await noteInSlack(team);
    const copy = again(team, channel, first, ANA);
    const ben = team.slack.as(BEN);
    ben.join(channel);
    if (kind === 'reply') ben.reply(channel, copy.ts, 'really?');
    else if (kind === 'reaction') ben.react(channel, copy.ts, 'eyes');
    else ben.pin(channel, copy.ts);
    await team.clock.advance(2 * MINUTE);
    expect(copies(team, channel, first)).toEqual([first.ts, copy.ts]);
  },
);

test('of two copies the later is left when the first is there no more', async () => {
  const team = startTeam();
  const { channel, first } = await noteInSlack(team);
  const copy = again(team, channel, first, ANA);
  team.slack.remove(channel, first.ts);
  await team.clock.advance(2 * MINUTE);
  expect(copies(team, channel, first)).toEqual([copy.ts]);
});

test('what Slack does not let one delete stays, and holds nothing up', async () => {
  const team = startTeam();
  const { ana, incident, channel, first } = await noteInSlack(team);
  const copy = again(team, channel, first, ANA);
  team.slack.faults.add({ method: 'chat.delete', kind: 'error', error: 'cant_delete_message' });
  await team.clock.advance(MINUTE);
  await ana.command('incident.set-severity', { incident, severity: 'critical' });
  await team.clock.advance(MINUTE);
  expect(copies(team, channel, first)).toEqual([first.ts, copy.ts]);
  expect(team.slack.channelNamed(channel)?.topic).toMatch(/^◆ Critical/);
  expect(team.slack.calls.filter(({ method }) => method === 'chat.delete')).toHaveLength(1);
});
