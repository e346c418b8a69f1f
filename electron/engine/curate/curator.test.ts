import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { Desktop } from '../testing/desktop.ts';
import { startTeam } from '../testing/team.ts';

const ANA = 'U0ANA000001';
const BEN = 'U0BEN000001';

/** Ana leads with Quarterdeck; Ben has one too, unless told otherwise. */
async function scene(withBen = true) {
  const team = startTeam();
  const ana = await team.join('xoxp-ana');
  const ben = withBen ? await team.join('xoxp-ben') : null;
  const incident = await ana.declare('Slow');
  await team.clock.advance(30 * SECOND);
  const name = team.incidentChannel();
  const channel = team.slack.channels().find((one) => one.name === name)?.id ?? '';
  const say = (text: string) => {
    team.slack.say(BEN, channel, text);
    return team.slack.channelNamed(name)?.messages.at(-1)?.ts ?? '';
  };
  const entries = async (desktop: Desktop) => {
    const { items } = await desktop.query('timeline', { incident, limit: 200 });
    return items.flatMap((item) => (item.kind === 'note' ? [[item.text, item.marker]] : []));
  };
  const carried = () => team.carriedOps(name).length;
  return { ...team, ana, ben, incident, channel, say, entries, carried };
}

test('a reaction that is mapped takes the message over, marked, on every desktop', async () => {
  const { ana, ben, clock, slack, channel, say, entries } = await scene();
  const ts = say('CPU on db-2 is at 100 %');
  const other = say('thanks');
  await clock.advance(30 * SECOND);
  slack.as(BEN).react(channel, ts, 'mag');
  slack.as(BEN).react(channel, other, 'tada');
  await clock.advance(3 * MINUTE);
  const expected = [['CPU on db-2 is at 100 %', 'diagnosis']];
  expect(await entries(ana)).toEqual(expected);
  if (ben !== null) expect(await entries(ben)).toEqual(expected);
});

test('a pin, and what people without Quarterdeck mark, is the lead’s to take over', async () => {
  const { ana, clock, slack, channel, say, entries } = await scene(false);
  const pinned = say('Rolled back 41f2');
  const marked = say('5xx only in eu-west');
  await clock.advance(30 * SECOND);
  slack.as(BEN).pin(channel, pinned);
  slack.as(BEN).react(channel, marked, 'rotating_light');
  await clock.advance(4 * MINUTE);
  expect(await entries(ana)).toEqual([
    ['Rolled back 41f2', 'key'],
    ['5xx only in eu-west', 'detection'],
  ]);
});

test('it is done once: what somebody unmarks or hides afterwards stays so', async () => {
  const { ana, incident, clock, slack, channel, say, carried } = await scene();
  const ts = say('Rolled back 41f2');
  await clock.advance(30 * SECOND);
  slack.as(ANA).react(channel, ts, 'pushpin');
  await clock.advance(3 * MINUTE);
  const before = carried();
  const line = { kind: 'note', id: `${channel}.${ts}` } as const;
  await ana.command('line.mark', { incident, line, marker: null });
  await clock.advance(5 * MINUTE);
  expect(carried()).toBe(before + 1);
  const { items } = await ana.query('timeline', { incident, limit: 200 });
  expect(items.find(({ id }) => id === line.id)).toMatchObject({ marker: null });
});

test('what stands for what is the settings’ to say', async () => {
  const { ana, clock, slack, channel, say, entries } = await scene(false);
  await ana.command('curation.choose', {
    pins: null,
    reactions: [{ name: 'eyes', marker: 'detection' }],
  });
  expect((await ana.query('settings', {})).curation.pins).toBeNull();
  const [seen, pinned] = [say('Errors from 02:00 on'), say('x')];
  await clock.advance(30 * SECOND);
  slack.as(ANA).react(channel, seen, 'eyes');
  slack.as(ANA).pin(channel, pinned);
  await clock.advance(4 * MINUTE);
  expect(await entries(ana)).toEqual([['Errors from 02:00 on', 'detection']]);
});
