import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { USER_SCOPES } from '#shared/domain/slack-app.ts';
import { type Desktop, temporaryProfile } from '../testing/desktop.ts';
import { openPage } from '../testing/post-mortem-page.ts';
import { startTeam, type Team } from '../testing/team.ts';

async function started(profile?: string) {
  const team = startTeam();
  const net = team.cable();
  const ana = await team.join('xoxp-ana', net, profile);
  const incident = await ana.declare('Checkout <!channel> fails');
  await ana.command('post-mortem.start', { incident });
  const page = await openPage(ana, incident);
  await page.write('One graph hid one region.');
  await team.clock.advance(MINUTE);
  return { team, net, ana, incident, page };
}

/** Slack's ids of the files in the incident's channel. */
const filesIn = ({ slack, incidentChannel }: Team) =>
  (slack.channelNamed(incidentChannel())?.messages ?? []).flatMap(({ fileIds }) => fileIds);

/** The same files as somebody opens them. */
async function opened(team: Team) {
  const { fetch } = team.cable();
  const init = { headers: { authorization: 'Bearer xoxp-ana' } };
  const files = filesIn(team).map(async (id) => {
    const info = await fetch(`https://slack.test/api/files.info?file=${id}`, init);
    const { file } = Info.parse(await info.json());
    return { name: file.name, text: await (await fetch(file.url_private, init)).text() };
  });
  return Promise.all(files);
}

const Info = z.object({ file: z.object({ name: z.string(), url_private: z.string() }) });

const share = (desktop: Desktop, incident: IncidentId) =>
  desktop.command('post-mortem.share', { incident });
const state = async (desktop: Desktop, incident: IncidentId) =>
  (await desktop.query('post-mortem-share', { incident }))?.state ?? null;

test('it stands in the channel as one file, with a few words beside it', async () => {
  const { team, ana, incident } = await started();
  expect(await state(ana, incident)).toBeNull();
  await share(ana, incident);
  await team.clock.advance(MINUTE);
  const [file, ...more] = await opened(team);
  expect(more).toEqual([]);
  expect(file?.name).toMatch(/^INC-[0-9A-Z]{4}-post-mortem\.md$/);
  expect(file?.text).toContain('One graph hid one region.');
  expect(file?.text).not.toContain('Where did we get lucky?');
  const messages = team.slack.channelNamed(team.incidentChannel())?.messages ?? [];
  const said = messages.find(({ fileIds }) => fileIds.length > 0)?.text;
  expect(said).toMatch(/^Post-mortem: INC-.{4} Checkout &lt;!channel&gt; fails\n/);
  expect(said).toContain('Minor · Not over yet · No owner · No follow-ups');
  expect(await ana.query('post-mortem-share', { incident })).toEqual({
    state: 'shared',
    message: `Shared in #${team.incidentChannel()}`,
    hint: '',
  });
});

test('pressed twice it goes once; when more was written it goes again', async () => {
  const { team, ana, incident, page } = await started();
  await Promise.all([share(ana, incident), share(ana, incident)]);
  await team.clock.advance(MINUTE);
  await share(ana, incident);
  await team.clock.advance(MINUTE);
  expect(filesIn(team)).toHaveLength(1);
  await page.write('And a second one.');
  await share(ana, incident);
  await team.clock.advance(MINUTE);
  const texts = (await opened(team)).map(({ text }) => text.includes('And a second one.'));
  expect(texts).toEqual([false, true]);
});

test('taken away in Slack it can be shared again', async () => {
  const { team, ana, incident } = await started();
  await share(ana, incident);
  await team.clock.advance(MINUTE);
  const channel = team.slack.channelNamed(team.incidentChannel());
  const ts = channel?.messages.find(({ fileIds }) => fileIds.length > 0)?.ts ?? '';
  team.slack.as('U0ANA000001').remove(team.incidentChannel(), ts);
  expect(filesIn(team)).toEqual([]);
  await team.clock.advance(5 * MINUTE);
  expect(await state(ana, incident)).toBeNull();
  await share(ana, incident);
  await team.clock.advance(MINUTE);
  expect(filesIn(team)).toHaveLength(1);
  expect(await state(ana, incident)).toBe('shared');
});

test('offline it waits, the newest version alone, also over a restart', async () => {
  const { profile, remove } = temporaryProfile();
  const { team, net, ana, incident, page } = await started(profile);
  net.cut = true;
  await share(ana, incident);
  await page.write('Written offline.');
  await share(ana, incident);
  await team.clock.advance(MINUTE);
  expect(await state(ana, incident)).toBe('waiting');
  await team.leave(ana);
  const again = await team.join('xoxp-ana', net, profile);
  expect(await state(again, incident)).toBe('waiting');
  net.cut = false;
  await again.command('sync.retry', {});
  await team.clock.advance(2 * MINUTE);
  expect(await state(again, incident)).toBe('shared');
  const files = await opened(team);
  expect(files).toHaveLength(1);
  expect(files[0]?.text).toContain('Written offline.');
  await team.leave(again);
  remove();
});

test('before the incident has a channel it waits for that', async () => {
  const team = startTeam();
  const net = team.cable();
  const ana = await team.join('xoxp-ana', net);
  net.cut = true;
  const incident = await ana.declare('Slow');
  await ana.command('post-mortem.start', { incident });
  await share(ana, incident);
  await team.clock.advance(MINUTE);
  expect(await ana.query('post-mortem-share', { incident })).toMatchObject({
    message: 'Waits for Slack',
  });
  net.cut = false;
  await ana.command('sync.retry', {});
  await team.clock.advance(2 * MINUTE);
  expect(filesIn(team)).toHaveLength(1);
});

describe('an answer that got lost', () => {
  test.each([
    ['files.getUploadURLExternal', 'drop-after'],
    ['files.upload', 'drop-after'],
    ['files.completeUploadExternal', 'drop-after'],
    ['files.completeUploadExternal', 'drop-before'],
    ['files.completeUploadExternal', 'status'],
  ] as const)('by %s, %s: it is in the channel once', async (method, kind) => {
    const { team, ana, incident } = await started();
    const committed = kind === 'status' ? { committed: true } : {};
    team.slack.faults.add({ method, kind, ...committed });
    await share(ana, incident);
    await team.clock.advance(5 * MINUTE);
    expect(filesIn(team)).toHaveLength(1);
    expect(await state(ana, incident)).toBe('shared');
  });

  test('where Slack cannot be asked about the file and a read lags: it is found in the channel', async () => {
    const { team, ana, incident } = await started();
    const { faults } = team.slack;
    faults.add({ method: 'files.completeUploadExternal', kind: 'drop-after' });
    faults.add({ method: 'files.info', kind: 'error', error: 'missing_scope', times: 9 });
    faults.add({ method: 'conversations.history', kind: 'stale', ms: 2 * SECOND, times: 1 });
    await share(ana, incident);
    await team.clock.advance(5 * MINUTE);
    expect(filesIn(team)).toHaveLength(1);
    expect(await state(ana, incident)).toBe('shared');
  });

  test('and the app was killed, and more was written meanwhile: each version is there once', async () => {
    const { profile, remove } = temporaryProfile();
    const { team, net, ana, incident, page } = await started(profile);
    const method = 'files.completeUploadExternal';
    team.slack.faults.add({ method, kind: 'hang', committed: true });
    await share(ana, incident);
    await team.clock.advance(5 * SECOND);
    expect(filesIn(team)).toHaveLength(1);
    await page.write('Later.');
    await share(ana, incident);
    await team.leave(ana);
    const again = await team.join('xoxp-ana', net, profile);
    await team.clock.advance(5 * MINUTE);
    const later = (await opened(team)).map(({ text }) => text.includes('Later.'));
    expect(later).toEqual([false, true]);
    expect(await state(again, incident)).toBe('shared');
    await team.leave(again);
    remove();
  });
});

test('an older copy of the data does not share it again', async () => {
  const { profile, remove } = temporaryProfile();
  const { team, net, ana, incident } = await started(profile);
  net.cut = true;
  await share(ana, incident);
  await team.clock.advance(SECOND);
  const { default: Sqlite } = await import('better-sqlite3');
  const asked = `SELECT key, value FROM setting WHERE key LIKE 'post-mortem.shares%'`;
  const before = new Sqlite(`${profile}/quarterdeck.db`);
  const rows = before.prepare(asked).all() as { key: string; value: string }[];
  before.close();
  expect(rows).toHaveLength(2);
  net.cut = false;
  await ana.command('sync.retry', {});
  await team.clock.advance(MINUTE);
  expect(filesIn(team)).toHaveLength(1);
  await team.leave(ana);
  const after = new Sqlite(`${profile}/quarterdeck.db`);
  const put = after.prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)');
  for (const { key, value } of rows) put.run(key, value);
  after.close();
  const again = await team.join('xoxp-ana', net, profile);
  expect(await state(again, incident)).not.toBeNull();
  await team.clock.advance(2 * MINUTE);
  expect(filesIn(team)).toHaveLength(1);
  expect(await state(again, incident)).toBe('shared');
  await team.leave(again);
  remove();
});

describe('what Slack refuses', () => {
  test('is said in words, and goes on request', async () => {
    const { team, ana, incident } = await started();
    const method = 'files.getUploadURLExternal';
    team.slack.faults.add({ method, kind: 'error', error: 'storage_limit_reached' });
    await share(ana, incident);
    await team.clock.advance(MINUTE);
    expect(await ana.query('post-mortem-share', { incident })).toEqual({
      state: 'refused',
      message: expect.stringContaining('no room left for the post-mortem in #inc-'),
      hint: 'Ask an admin of the workspace to make room, then retry.',
    });
    await share(ana, incident);
    await team.clock.advance(MINUTE);
    expect(await state(ana, incident)).toBe('shared');
    expect(filesIn(team)).toHaveLength(1);
  });

  test('names the right that is missing', async () => {
    const team = startTeam();
    team.slack.addToken('xoxp-old', 'U0ANA000001', USER_SCOPES);
    const ana = await team.join('xoxp-old');
    const incident = await ana.declare('Slow');
    await ana.command('post-mortem.start', { incident });
    await share(ana, incident);
    await team.clock.advance(MINUTE);
    expect(await ana.query('post-mortem-share', { incident })).toMatchObject({
      message: 'The post-mortem is not shared: your Slack token may not add files.',
      hint: expect.stringContaining('files:write'),
    });
  });
});

test('one that nobody began cannot be shared', async () => {
  const { team, ana } = await started();
  const incident = await ana.declare('Another');
  const refused = await ana.refusal('command', 'post-mortem.share', { incident });
  expect(refused.message).toBe('Nobody has begun this post-mortem.');
  await team.clock.advance(SECOND);
});
