import { cpSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { type Desktop, temporaryProfile } from '../testing/desktop.ts';
import { startTeam } from '../testing/team.ts';

const ANA = 'U0ANA000001';
const BEN = 'U0BEN000001';

const tellings = ({ events }: Desktop) =>
  events.flatMap((event) => (event.view === 'news' ? [event] : []));
const told = (desktop: Desktop) => tellings(desktop).flatMap(({ news }) => news);
const texts = (desktop: Desktop) => told(desktop).map(({ text }) => text);

/** Ana has declared and leads; both have it. */
async function twoDesktops(profile?: string) {
  const team = startTeam();
  const ana = await team.join('xoxp-ana');
  const net = team.cable();
  const ben = await team.join('xoxp-ben', net, profile);
  const incident = await ana.declare('Checkout');
  await settle(team);
  return { ...team, ana, ben, incident, net };
}

const settle = ({ clock }: Pick<ReturnType<typeof startTeam>, 'clock'>) =>
  clock.advance(40 * SECOND);

const act = (desktop: Desktop, incident: IncidentId, text: string, owner: string) =>
  desktop.command('action.add', { incident, action: desktop.id(), text, owner });
const lead = (desktop: Desktop, incident: IncidentId, person: string, role = 'lead') =>
  desktop.command('role.assign', { incident, role, person });

test('whoever is made the lead is told, with who did it; whoever did it is not', async () => {
  const { clock, ana, ben, incident } = await twoDesktops();
  await lead(ana, incident, BEN);
  await settle({ clock });
  expect(told(ben)).toMatchObject([
    { incident, kind: 'lead', by: { ref: ANA, name: 'Ana' }, text: 'Ana made you the lead.' },
  ]);
  expect(tellings(ben)[0]?.text).toMatch(/^INC-\w{4}: Ana made you the lead\.$/);
  // Taking it oneself is no news to anybody: the one who led can see it in the timeline.
  await lead(ana, incident, ANA);
  await settle({ clock });
  expect(told(ana)).toEqual([]);
  expect(told(ben)).toHaveLength(1);
});

test('several at once are one telling; what was taken back before it was met is none', async () => {
  const { clock, ana, ben, incident } = await twoDesktops();
  await lead(ana, incident, BEN, 'comms');
  await act(ana, incident, 'Roll back 41f2', BEN);
  await act(ana, incident, 'For Ana herself', ANA);
  await ana.command('incident.set-severity', { incident, severity: 'critical' });
  await lead(ana, incident, BEN);
  await lead(ana, incident, ANA);
  await settle({ clock });
  expect(texts(ben)).toEqual([
    'Ana gave you a role: Comms',
    'Ana gave you an action: Roll back 41f2',
    'Ana raised the severity: Minor → Critical',
  ]);
  expect(tellings(ben).map(({ text }) => text)).toEqual([
    expect.stringMatching(/^3 things concern you\. Last INC-\w{4}: Ana raised the severity/),
  ]);
});

test('tellings rest ten seconds: many actions in a row are told in few', async () => {
  const { clock, ana, ben, incident } = await twoDesktops();
  for (let i = 0; i < 40; i += 1) {
    await act(ana, incident, `Action ${i}`, BEN);
    await clock.advance(SECOND);
  }
  await clock.advance(2 * MINUTE);
  expect(told(ben)).toHaveLength(40);
  expect(tellings(ben).length).toBeLessThanOrEqual(10);
});

test('the severity is told when it rises, to those who have a part in it', async () => {
  const { clock, ana, ben, incident } = await twoDesktops();
  const severity = async (to: 'minor' | 'major' | 'critical') => {
    await ana.command('incident.set-severity', { incident, severity: to });
    await settle({ clock });
  };
  await severity('major');
  expect(texts(ben)).toEqual([]);
  await ben.command('note.add', { incident, entry: ben.id(), text: 'Looking.' });
  await settle({ clock });
  const before = texts(ben);
  await severity('minor');
  expect(texts(ben)).toEqual(before);
  await severity('critical');
  expect(texts(ben).at(-1)).toBe('Ana raised the severity: Minor → Critical');
});

test('it survives a restart without being told twice, and what came meanwhile is told', async () => {
  const { profile, remove } = temporaryProfile();
  onTestFinished(remove);
  const team = await twoDesktops(profile);
  const { ana, incident } = team;
  await lead(ana, incident, BEN);
  await settle(team);
  expect(texts(team.ben)).toEqual(['Ana made you the lead.']);
  await team.leave(team.ben);
  await act(ana, incident, 'Roll back', BEN);
  team.clock.jump(HOUR);
  const ben = await team.join('xoxp-ben', team.cable(), profile);
  await settle(team);
  expect(texts(ben)).toEqual(['Ana gave you an action: Roll back']);
  await team.leave(ben);
  const again = await team.join('xoxp-ben', team.cable(), profile);
  await settle(team);
  expect(texts(again)).toEqual([]);
});

test('a first sync and a backfill bring nothing that counts as news', async () => {
  const team = startTeam();
  const ana = await team.join('xoxp-ana');
  const incident = await ana.declare('Checkout');
  await lead(ana, incident, BEN);
  await act(ana, incident, 'Roll back', BEN);
  await settle(team);
  const ben = await team.join('xoxp-ben');
  await team.clock.advance(2 * MINUTE);
  expect((await ben.query('incident', { incident }))?.lead?.ref).toBe(BEN);
  expect(told(ben)).toEqual([]);
  await act(ana, incident, 'From now on', BEN);
  await settle(team);
  expect(texts(ben)).toEqual(['Ana gave you an action: From now on']);
});

test('an older copy of the data does not tell again what was told since', async () => {
  const first = temporaryProfile();
  const second = temporaryProfile();
  onTestFinished(first.remove);
  onTestFinished(second.remove);
  const team = await twoDesktops(first.profile);
  await team.leave(team.ben);
  cpSync(first.profile, second.profile, { recursive: true });
  const ben = await team.join('xoxp-ben', team.cable(), first.profile);
  await lead(team.ana, team.incident, BEN);
  await settle(team);
  expect(texts(ben)).toEqual(['Ana made you the lead.']);
  await team.leave(ben);
  // The database of before, beside the word of the session that came after it.
  cpSync(`${second.profile}/quarterdeck.db`, `${first.profile}/quarterdeck.db`);
  const restored = await team.join('xoxp-ben', team.cable(), first.profile);
  await team.clock.advance(2 * MINUTE);
  expect((await restored.query('incident', { incident: team.incident }))?.lead?.ref).toBe(BEN);
  expect(told(restored)).toEqual([]);
});

test('a running incident is told at any hour; what came after its end waits for the morning', async () => {
  const { clock, ana, ben, incident } = await twoDesktops();
  // Saturday at two in the night.
  await act(ana, incident, 'Now', BEN);
  await settle({ clock });
  expect(texts(ben)).toEqual(['Ana gave you an action: Now']);
  await ana.command('incident.set-status', { incident, status: 'resolved' });
  const followUp = { incident, followUp: ana.id(), text: 'Alert on it', owner: BEN };
  await ana.command('follow-up.add', followUp);
  await settle({ clock });
  clock.jump(10 * HOUR);
  await settle({ clock });
  expect(told(ben)).toHaveLength(1);
  clock.jump(2 * 24 * HOUR);
  await clock.advance(6 * MINUTE);
  expect(texts(ben)).toEqual([
    'Ana gave you an action: Now',
    'Ana gave you a follow-up: Alert on it',
  ]);
});

test('of what was done while a desktop was cut off, the night is told and the week is not', async () => {
  const { clock, ana, ben, incident, net } = await twoDesktops();
  const offline = async (hours: number, text: string) => {
    net.cut = true;
    await act(ana, incident, text, BEN);
    clock.jump(hours * HOUR);
    net.cut = false;
    await ben.command('sync.retry', {});
    await settle({ clock });
  };
  await offline(24, 'Of yesterday');
  expect((await ben.query('incident', { incident }))?.actions).toHaveLength(1);
  expect(told(ben)).toEqual([]);
  await offline(7, 'Of this night');
  expect(texts(ben)).toEqual(['Ana gave you an action: Of this night']);
});
