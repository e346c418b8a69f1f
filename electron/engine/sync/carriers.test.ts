import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { DAY, MINUTE, SECOND } from '#shared/base/duration.ts';
import { temporaryProfile } from '../testing/desktop.ts';
import { type Cable, startTeam, syncState } from '../testing/team.ts';

test('where a person may not post metadata it travels in the message itself, asked once', async () => {
  const { clock, slack, join, channelNames } = startTeam({ personMetadata: 'refused' });
  const ana = await join('xoxp-ana');
  const ben = await join('xoxp-ben');
  const incident = await ana.declare('Slow');
  await clock.advance(30 * SECOND);
  expect((await ben.query('desk', {})).active.map(({ id }) => id)).toEqual([incident]);
  await ben.command('incident.set-severity', { incident, severity: 'major' });
  const text = '🔥 <log> & "quotes" '.repeat(400).trim();
  await ana.command('note.add', { incident, entry: ana.id(), text });
  await clock.advance(2 * MINUTE);
  for (const desktop of [ana, ben]) {
    expect((await desktop.query('incident', { incident })).severity).toBe('major');
    const { items } = await desktop.query('timeline', { incident, limit: 20 });
    expect(items).toContainEqual(expect.objectContaining({ kind: 'note', text }));
    expect(items.filter(({ kind }) => kind === 'message')).toEqual([]);
    expect(await syncState(desktop)).toBe('synced');
  }
  const refused = slack.calls.filter(({ outcome }) => outcome === 'metadata_must_be_sent_from_app');
  expect(refused).toHaveLength(2);
  expect(channelNames().filter((name) => name.startsWith('inc-'))).toHaveLength(1);
});

test.each(['drop-after', 'drop-before'] as const)(
  'a post in blocks that ended in "%s" is in Slack once',
  async (kind) => {
    const { clock, slack, join, incidentChannel } = startTeam({ personMetadata: 'refused' });
    const ana = await join('xoxp-ana');
    const incident = await ana.declare('Slow');
    await clock.advance(20 * SECOND);
    slack.faults.add({ method: 'chat.postMessage', kind });
    await ana.command('note.add', { incident, entry: ana.id(), text: 'once' });
    await clock.advance(MINUTE);
    const messages = slack.channelNamed(incidentChannel())?.messages ?? [];
    expect(messages.filter(({ text }) => text === '✎ once')).toHaveLength(1);
    expect(await ana.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
  },
);

const METADATA_BLOCK = 'quarterdeck:1';

test('where metadata of a person is dropped without a word, it is noticed with the first post', async () => {
  const { clock, slack, join, incidentChannel } = startTeam({ personMetadata: 'dropped' });
  const ana = await join('xoxp-ana');
  const ben = await join('xoxp-ben');
  const incident = await ana.declare('Slow');
  await clock.advance(MINUTE);
  expect((await ben.query('desk', {})).active.map(({ id }) => id)).toEqual([incident]);
  await ben.command('incident.set-severity', { incident, severity: 'major' });
  await clock.advance(MINUTE);
  for (const desktop of [ana, ben]) {
    expect((await desktop.query('incident', { incident })).severity).toBe('major');
    const { items } = await desktop.query('timeline', { incident, limit: 20 });
    expect(items.filter(({ kind }) => kind === 'message')).toEqual([]);
    expect(await syncState(desktop)).toBe('synced');
  }
  // What went without its ops was taken away by who posted it, so that nobody reads it twice.
  const texts = (slack.channelNamed(incidentChannel())?.messages ?? []).map(({ text }) => text);
  expect(texts.filter((text) => text.startsWith('▲'))).toHaveLength(1);
  const removed = slack.calls.filter(({ method }) => method === 'chat.delete');
  expect(removed).toHaveLength(2);
});

test('what was found out about metadata is proved again after a while, by the way', async () => {
  const { clock, slack, join, leave, incidentChannel } = startTeam({ personMetadata: 'dropped' });
  const { profile, remove } = temporaryProfile();
  onTestFinished(remove);
  let ana = await join('xoxp-ana', undefined, profile);
  const incident = await ana.declare('Slow');
  await clock.advance(MINUTE);
  slack.metadata.person = 'kept';
  const note = async (text: string) => {
    await ana.command('note.add', { incident, entry: ana.id(), text });
    await clock.advance(MINUTE);
    return slack.channelNamed(incidentChannel())?.messages.find((one) => one.text === `✎ ${text}`);
  };
  expect((await note('soon'))?.metadata).toBeNull();
  await leave(ana);
  await clock.advance(8 * DAY);
  ana = await join('xoxp-ana', undefined, profile);
  expect((await note('later'))?.metadata?.event_type).toBe('quarterdeck_ops');
  expect(JSON.stringify((await note('from then on'))?.blocks)).not.toContain(METADATA_BLOCK);
});

test('a workspace that begins to drop metadata unnoticed loses nothing of what was sent meanwhile', async () => {
  const { clock, slack, join } = startTeam();
  const ana = await join('xoxp-ana');
  const ben = await join('xoxp-ben');
  const incident = await ana.declare('Slow');
  await clock.advance(MINUTE);
  slack.metadata.person = 'dropped';
  await ana.command('note.add', { incident, entry: ana.id(), text: 'said into the void' });
  const other = await ana.declare('Slower');
  await clock.advance(3 * MINUTE);
  expect((await ben.query('desk', {})).active.map(({ id }) => id).sort()).toEqual(
    [incident, other].sort(),
  );
  const { items } = await ben.query('timeline', { incident, limit: 20 });
  const said = items.filter((item) => 'text' in item && item.text.includes('said into the void'));
  expect(said).toEqual([expect.objectContaining({ kind: 'note' })]);
  expect(await syncState(ana)).toBe('synced');
});

test('a post that was deleted before anybody is known to have read it is posted again', async () => {
  const { clock, slack, join, incidentChannel } = startTeam();
  const ana = await join('xoxp-ana');
  const incident = await ana.declare('Slow');
  await clock.advance(MINUTE);
  slack.faults.add({ method: 'conversations.history', kind: 'status', status: 503, times: 3 });
  await ana.command('note.add', { incident, entry: ana.id(), text: 'swept away' });
  await clock.advance(100);
  const channel = slack.channelNamed(incidentChannel());
  const posted = channel?.messages.find(({ text }) => text.includes('swept away'));
  slack.remove(channel?.id ?? '', posted?.ts ?? '');
  await clock.advance(3 * MINUTE);
  const ben = await join('xoxp-ben');
  await clock.advance(MINUTE);
  const { items } = await ben.query('timeline', { incident, limit: 20 });
  expect(items).toContainEqual(expect.objectContaining({ kind: 'note', text: 'swept away' }));
});

test('one that was deleted under all that others wrote since is posted again, also when the incident is over', async () => {
  const { clock, slack, join, incidentChannel } = startTeam();
  const ana = await join('xoxp-ana');
  const incident = await ana.declare('Slow');
  await ana.command('incident.set-status', { incident, status: 'closed' });
  await clock.advance(15 * MINUTE);
  slack.faults.add({ method: 'conversations.history', kind: 'status', status: 503, times: 3 });
  await ana.command('note.add', { incident, entry: ana.id(), text: 'swept away' });
  await clock.advance(100);
  const channel = slack.channelNamed(incidentChannel());
  const posted = channel?.messages.find(({ text }) => text.includes('swept away'));
  slack.remove(channel?.id ?? '', posted?.ts ?? '');
  for (let n = 0; n < 250; n++) slack.say('U0BEN000001', channel?.id ?? '', `message ${n}`);
  await clock.advance(15 * MINUTE);
  const texts = (channel?.messages ?? []).map(({ text }) => text);
  expect(texts.filter((text) => text.includes('swept away'))).toHaveLength(1);
  expect(await ana.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
});

test('an old copy of the file that knows only the lost post learns where its ops stand now', async () => {
  const { clock, slack, join, leave } = startTeam();
  const { profile, remove } = temporaryProfile();
  onTestFinished(remove);
  const ana = await join('xoxp-ana', undefined, profile);
  const incident = await ana.declare('Slow');
  await clock.advance(MINUTE);
  slack.metadata.person = 'dropped';
  slack.faults.add({ method: 'conversations.history', kind: 'status', status: 503, times: 99 });
  await ana.command('note.add', { incident, entry: ana.id(), text: 'said into the void' });
  await clock.advance(5 * SECOND);
  await leave(ana);
  const file = path.join(profile, 'quarterdeck.db');
  copyFileSync(file, `${file}.old`);
  slack.faults.clear();
  const again = await join('xoxp-ana', undefined, profile);
  await clock.advance(3 * MINUTE);
  const stand = () => {
    const db = new Sqlite(file, { readonly: true });
    const found = db.prepare('SELECT id, slack_ts FROM op ORDER BY id').raw().all();
    db.close();
    return found;
  };
  await leave(again);
  const now = stand();
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  copyFileSync(`${file}.old`, file);
  expect(stand()).not.toEqual(now);
  const restored = await join('xoxp-ana', undefined, profile);
  await clock.advance(3 * MINUTE);
  await leave(restored);
  expect(stand()).toEqual(now);
});

test('a read that cannot prove a post holds nothing up, and a later one proves it', async () => {
  const { clock, slack, join } = startTeam({ personMetadata: 'dropped' });
  const ana = await join('xoxp-ana');
  const ben = await join('xoxp-ben');
  slack.faults.add({ method: 'conversations.history', kind: 'status', status: 503, times: 4 });
  const incident = await ana.declare('Slow');
  await clock.advance(5 * MINUTE);
  expect((await ben.query('desk', {})).active.map(({ id }) => id)).toEqual([incident]);
  expect((await ben.query('incident', { incident })).name).toBe('Slow');
});

test('where nothing of a post’s freight is kept a person is told, and nothing counts as sent', async () => {
  const { clock, slack, join, cable } = startTeam({ personMetadata: 'dropped' });
  const net = { ...cable() };
  const ana = await join('xoxp-ana', withoutButtons(net));
  const incident = await ana.declare('Slow');
  await clock.advance(MINUTE);
  const { parked } = await ana.query('incident', { incident });
  expect(parked?.reason).toContain('keeps nothing');
  expect(parked?.hint).toContain('bot token');
  slack.metadata.person = 'kept';
  await ana.command('sync.retry', {});
  await clock.advance(MINUTE);
  expect(await ana.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
});

/** A network whose other side strips what people could press. */
function withoutButtons(net: Cable): Cable {
  const { fetch: inner } = net;
  return Object.assign(net, {
    fetch: (...[url, init]: Parameters<typeof fetch>) => {
      const form = new URLSearchParams(String(init?.body ?? ''));
      const blocks = form.get('blocks');
      if (blocks === null) return inner(url, init);
      const kept = (JSON.parse(blocks) as { type: string }[]).filter(
        ({ type }) => type !== 'actions',
      );
      form.set('blocks', JSON.stringify(kept));
      return inner(url, { ...init, body: form.toString() });
    },
  });
}
