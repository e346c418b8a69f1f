import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import { closeDatabase, openDatabase, run } from '../store/database.ts';
import { temporaryProfile } from '../testing/desktop.ts';
import { startTeam } from '../testing/team.ts';

const BEN = 'U0BEN000001';

async function scene(profile?: string) {
  const team = startTeam();
  const cable = team.cable();
  const ana = await team.join('xoxp-ana', cable, profile);
  const incident = await ana.declare('Slow');
  await team.clock.advance(30 * SECOND);
  const name = team.incidentChannel();
  const channel = team.slack.channels().find((one) => one.name === name)?.id ?? '';
  const say = (text: string) => {
    team.slack.say(BEN, channel, text);
    return team.slack.channelNamed(name)?.messages.at(-1)?.ts ?? '';
  };
  const suggested = async (desktop = ana) =>
    (await desktop.query('suggestions', { incident, limit: 50 })).items.map(({ text }) => text);
  return { ...team, cable, ana, incident, channel, say, suggested };
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
  expect(next).toMatchObject({ items: [{ kind: 'evidence' }], older: null });
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

test('what was read before there were suggestions is scored at the next start', async () => {
  const { profile, remove } = temporaryProfile();
  const { ana, clock, cable, join, leave, say, suggested } = await scene(profile);
  say('Rolled back 41f2');
  await clock.advance(30 * SECOND);
  await leave(ana);
  const opened = openDatabase(profile);
  if (!opened.ok) throw new Error(opened.error.message);
  run(opened.value, 'DELETE FROM slack_suggestion');
  run(opened.value, `DELETE FROM setting WHERE key = 'suggestions.version'`);
  closeDatabase(opened.value);
  cable.cut = true;
  const again = await join('xoxp-ana', cable, profile);
  await clock.advance(SECOND);
  expect(await suggested(again)).toEqual(['Rolled back 41f2']);
  await leave(again);
  remove();
});
