import { expect, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import { startTeam } from '../testing/team.ts';
import { told } from '../testing/told.ts';

test('who has a role or an action, does or says something takes part by that', async () => {
  const { clock, slack, join, incidentChannel } = startTeam();
  const ana = await join('xoxp-ana');
  const incident = await ana.declare('Slow');
  await ana.command('action.add', {
    incident,
    action: ana.id(),
    text: 'Roll back',
    owner: 'name:Cleo',
  });
  await clock.advance(30 * SECOND);
  const channel = slack.channels().find(({ name }) => name === incidentChannel())?.id ?? '';
  slack.say('U0BEN000001', channel, 'Me too');
  await clock.advance(30 * SECOND);
  await ana.command('participant.set', { incident, person: 'name:Dora', present: true });
  const { participants } = await ana.query('incident', { incident });
  expect(participants.map(({ ref }) => ref).sort()).toEqual([
    'U0ANA000001',
    'U0BEN000001',
    'name:Cleo',
    'name:Dora',
  ]);
});

test('whoever is let go stays among them, as released, and can be brought back', async () => {
  const ana = await startTeam().join(null);
  const incident = await ana.declare('Slow');
  const person = 'name:Zoë / “Z”';
  const set = (present: boolean) => ana.command('participant.set', { incident, person, present });
  const zoe = async () =>
    (await ana.query('incident', { incident })).participants.find(({ ref }) => ref === person);
  await set(true);
  await set(true);
  await set(false);
  expect(await zoe()).toMatchObject({ released: true });
  await set(true);
  expect(await zoe()).toMatchObject({ released: false });
  expect((await told(ana, incident)).slice(2)).toEqual([
    'Zoë / “Z” takes part',
    'Zoë / “Z” is released',
    'Zoë / “Z” takes part',
  ]);
});

test('whoever takes part by a role alone can be let go too, and that is told', async () => {
  const ana = await startTeam().join(null);
  const incident = await ana.declare('Slow');
  const { lead } = await ana.query('incident', { incident });
  const person = lead?.ref ?? '';
  await ana.command('participant.set', { incident, person, present: false });
  const { participants } = await ana.query('incident', { incident });
  expect(participants).toMatchObject([{ ref: person, released: true }]);
  expect((await told(ana, incident)).at(-1)).toBe(`${lead?.name} is released`);
});

test('whoever was let go and does, says or takes on something again takes part again', async () => {
  const { clock, slack, join, incidentChannel } = startTeam();
  const ana = await join('xoxp-ana');
  const ben = await join('xoxp-ben');
  const incident = await ana.declare('Slow');
  await clock.advance(30 * SECOND);
  const BEN = 'U0BEN000001';
  const release = async () => {
    await ana.command('participant.set', { incident, person: BEN, present: false });
    await clock.advance(10 * SECOND);
  };
  const isReleased = async () =>
    (await ana.query('incident', { incident })).participants.find(({ ref }) => ref === BEN)
      ?.released;
  await release();
  expect(await isReleased()).toBe(true);
  await ben.command('note.add', { incident, entry: ben.id(), text: 'One more thing' });
  await clock.advance(30 * SECOND);
  expect(await isReleased()).toBe(false);
  await release();
  expect(await isReleased()).toBe(true);
  slack.say(BEN, slack.channelNamed(incidentChannel())?.id ?? '', 'and another');
  await clock.advance(30 * SECOND);
  expect(await isReleased()).toBe(false);
  await release();
  await ana.command('role.assign', { incident, role: 'lead', person: BEN });
  expect(await isReleased()).toBe(false);
  await release();
  expect(await isReleased()).toBe(true);
});
