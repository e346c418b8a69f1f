import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { USER_SCOPES } from '#shared/domain/slack-app.ts';
import { png } from '#shared/domain/testing/png.ts';
import { addImage } from '../testing/added-image.ts';
import { type Desktop, temporaryProfile } from '../testing/desktop.ts';
import { startTeam, syncState, type Team } from '../testing/team.ts';

type Note = Extract<TimelineItemT, { kind: 'note' }>;

/** Everything but what the log tells by itself. */
async function lines(desktop: Desktop, incident: IncidentId): Promise<readonly TimelineItemT[]> {
  const { items } = await desktop.query('timeline', { incident, limit: 100 });
  return items.filter(({ kind }) => kind !== 'change');
}

async function entry(desktop: Desktop, incident: IncidentId): Promise<Note> {
  const found = (await lines(desktop, incident)).filter((item) => item.kind === 'note');
  expect(found).toHaveLength(1);
  return found[0] as Note;
}

async function bytesOf(desktop: Desktop, id: string): Promise<Buffer> {
  const { data } = await desktop.query('image', { id, offset: 0 });
  return Buffer.from(data, 'base64');
}

const filesIn = ({ slack, incidentChannel }: Team) =>
  (slack.channelNamed(incidentChannel())?.messages ?? []).flatMap((message) => message.fileIds);

async function started(profile?: string) {
  const team = startTeam();
  const net = team.cable();
  const ana = await team.join('xoxp-ana', net, profile);
  const incident = await ana.declare('Slow');
  await team.clock.advance(20 * SECOND);
  return { team, net, ana, incident };
}

test('an image added offline comes to the channel later, and to all desktops, as one entry', async () => {
  const { team, net, ana, incident } = await started();
  const ben = await team.join('xoxp-ben');
  net.cut = true;
  const picture = png(400, 300);
  await addImage(ana, incident, picture, { name: 'graph.png', alt: 'Errors at 5 %' });
  expect(await entry(ana, incident)).toMatchObject({ waiting: true, files: [{ image: 'here' }] });
  await team.clock.advance(MINUTE);
  net.cut = false;
  await ana.command('sync.retry', {});
  await team.clock.advance(MINUTE);
  expect(filesIn(team)).toHaveLength(1);
  expect(await entry(ana, incident)).toMatchObject({ waiting: false, files: [{ image: 'here' }] });
  expect(await ana.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
  await ben.command('incident.set-severity', { incident, severity: 'major' });
  await team.clock.advance(MINUTE);
  const seen = await entry(ben, incident);
  expect(seen).toMatchObject({
    text: 'Errors at 5 %',
    files: [{ name: 'graph.png', image: 'here', width: 400, height: 300 }],
  });
  expect(await bytesOf(ben, seen.files[0]?.id ?? '')).toEqual(Buffer.from(picture));
  // The message that brought it is no line of its own, on neither desktop.
  expect(await lines(ana, incident)).toHaveLength(1);
  expect(await lines(ben, incident)).toHaveLength(1);
  const said = team.slack.channelNamed(team.incidentChannel())?.messages.map(({ text }) => text);
  expect(said).toContain('▣ Image: graph.png (Errors at 5 %)');
});

test('until Slack has the image, the queue names it and everything says that it waits', async () => {
  const { team, ana, incident } = await started();
  team.slack.faults.add({ method: 'files.getUploadURLExternal', kind: 'drop-before', times: 2 });
  await addImage(ana, incident, png());
  await team.clock.advance(3 * SECOND);
  expect((await ana.query('queue', {})).images).toMatchObject([
    { incident, name: 'graph.png', parked: null },
  ]);
  expect(await ana.query('sync', {})).toMatchObject({ waiting: 1, state: 'syncing' });
  await team.clock.advance(2 * MINUTE);
  expect(await ana.query('queue', {})).toMatchObject({ images: [], total: 0 });
  expect(filesIn(team)).toHaveLength(1);
});

describe('an upload whose answer got lost', () => {
  test.each([
    ['files.getUploadURLExternal', 'drop-after'],
    ['files.getUploadURLExternal', 'hang'],
    ['files.upload', 'drop-after'],
    ['files.completeUploadExternal', 'drop-after'],
    ['files.completeUploadExternal', 'drop-before'],
    ['files.completeUploadExternal', 'status'],
    ['files.completeUploadExternal', 'html'],
  ] as const)('by %s, %s: it is in the channel once', async (method, kind) => {
    const { team, ana, incident } = await started();
    const committed = kind === 'hang' || kind === 'status' ? { committed: true } : {};
    team.slack.faults.add({ method, kind, ...committed });
    await addImage(ana, incident, png());
    await team.clock.advance(5 * MINUTE);
    expect(filesIn(team)).toHaveLength(1);
    expect(await syncState(ana)).toBe('synced');
    expect(await entry(ana, incident)).toMatchObject({ waiting: false });
  });

  test('where it cannot be asked about by its id, and a read lags: it is found in the channel', async () => {
    const { team, ana, incident } = await started();
    const { faults } = team.slack;
    faults.add({ method: 'files.completeUploadExternal', kind: 'drop-after' });
    faults.add({ method: 'files.info', kind: 'error', error: 'missing_scope', times: 9 });
    faults.add({ method: 'conversations.history', kind: 'stale', ms: 2 * SECOND, times: 1 });
    await addImage(ana, incident, png());
    await team.clock.advance(5 * MINUTE);
    expect(filesIn(team)).toHaveLength(1);
  });

  test('and the app was killed: the next start looks first', async () => {
    const { profile, remove } = temporaryProfile();
    const { team, ana, incident, net } = await started(profile);
    team.slack.faults.add({
      method: 'files.completeUploadExternal',
      kind: 'hang',
      committed: true,
    });
    await addImage(ana, incident, png());
    await team.clock.advance(5 * SECOND);
    expect(filesIn(team)).toHaveLength(1);
    await team.leave(ana);
    const again = await team.join('xoxp-ana', net, profile);
    await team.clock.advance(5 * MINUTE);
    expect(filesIn(team)).toHaveLength(1);
    expect(await entry(again, incident)).toMatchObject({ waiting: false });
    await team.leave(again);
    remove();
  });
});

test('a database that forgot the upload finds it by its name', async () => {
  const { profile, remove } = temporaryProfile();
  const { team, ana, incident, net } = await started(profile);
  await addImage(ana, incident, png());
  await team.clock.advance(MINUTE);
  await team.leave(ana);
  const { default: Sqlite } = await import('better-sqlite3');
  const file = new Sqlite(`${profile}/quarterdeck.db`);
  file.exec('DELETE FROM image_upload; DELETE FROM slack_file;');
  file.exec(`UPDATE slack_message SET hash = ''`);
  file.close();
  const again = await team.join('xoxp-ana', net, profile);
  await team.clock.advance(5 * MINUTE);
  expect(filesIn(team)).toHaveLength(1);
  expect(await entry(again, incident)).toMatchObject({ waiting: false });
  await team.leave(again);
  remove();
});

test('what Slack refuses is said in words, holds nothing back, and goes on request', async () => {
  const { team, ana, incident } = await started();
  const method = 'files.getUploadURLExternal';
  team.slack.faults.add({ method, kind: 'error', error: 'storage_limit_reached' });
  await addImage(ana, incident, png());
  await ana.command('note.add', { incident, entry: ana.id(), text: 'after it' });
  await team.clock.advance(30 * SECOND);
  expect((await ana.query('incident', { incident })).refusal).toEqual({
    message: expect.stringContaining('no room left for the image graph.png'),
    hint: 'Ask an admin of the workspace to make room, then retry.',
  });
  expect((await ana.query('queue', {})).images).toMatchObject([
    { parked: { hint: 'Ask an admin of the workspace to make room, then retry.' } },
  ]);
  expect(await ana.query('sync', {})).toMatchObject({ state: 'synced', waiting: 1, parked: 1 });
  await ana.command('sync.retry', {});
  await team.clock.advance(30 * SECOND);
  expect(filesIn(team)).toHaveLength(1);
  expect((await ana.query('incident', { incident })).refusal).toBeNull();
});

test('a token that may not add files is told so, with what to add', async () => {
  const team = startTeam();
  team.slack.addToken('xoxp-old', 'U0ANA000001', USER_SCOPES);
  const ana = await team.join('xoxp-old');
  const incident = await ana.declare('Slow');
  await addImage(ana, incident, png());
  await team.clock.advance(MINUTE);
  expect((await ana.query('incident', { incident })).refusal).toEqual({
    message: 'Images stay on this computer: your Slack token may not add files.',
    hint: expect.stringContaining('Add files:write under OAuth & Permissions of your Slack app'),
  });
  expect(await entry(ana, incident)).toMatchObject({ files: [{ image: 'here' }] });
});

test('a file that only claims to be the image is not shown as it', async () => {
  const { team, ana, incident, net } = await started();
  const ben = await team.join('xoxp-ben');
  await team.clock.advance(MINUTE);
  net.cut = true;
  const picture = png();
  await addImage(ana, incident, picture);
  const { id = '' } = (await entry(ana, incident)).files[0] ?? {};
  const mallory = team.slack.as('U0BEN000001');
  mallory.join(team.incidentChannel());
  const name = `graph-${id.slice(0, 32)}.png`;
  mallory.upload(team.incidentChannel(), { name, bytes: png(9, 9) });
  net.cut = false;
  await ana.command('sync.retry', {});
  await ben.command('incident.set-severity', { incident, severity: 'major' });
  await team.clock.advance(2 * MINUTE);
  const seen = await entry(ben, incident);
  expect(seen.files).toMatchObject([{ id, image: 'coming' }]);
  expect((await ben.refusal('query', 'image', { id, offset: 0 })).code).toBe('not_found');
});

test('an image taken back before it left is never uploaded', async () => {
  const { team, net, ana, incident } = await started();
  net.cut = true;
  await addImage(ana, incident, png());
  await team.clock.advance(SECOND);
  const [item] = (await ana.query('queue', {})).items;
  if (item === undefined) throw new Error('nothing waits');
  await ana.command('queue.cancel', { op: item.op });
  net.cut = false;
  await ana.command('sync.retry', {});
  await team.clock.advance(MINUTE);
  expect(filesIn(team)).toEqual([]);
  expect(await lines(ana, incident)).toEqual([]);
});
