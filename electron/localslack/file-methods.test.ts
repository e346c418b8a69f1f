import { beforeEach, describe, expect, test } from 'vitest';
import { fetchInto } from './fetch.ts';
import { SMALL_TEAM } from './seed.ts';
import { PICTURE } from './testing/picture.ts';
import {
  ANA,
  BEN,
  clientOf,
  GENERAL,
  refusal,
  type SmallTeam,
  smallTeam,
} from './testing/small-team.ts';

const channel = GENERAL;
let team: SmallTeam;
beforeEach(() => {
  team = smallTeam();
});

const newest = async () => (await team.ben.conversations.history({ channel })).messages?.[0];
const as = (token: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { authorization: `Bearer ${token}` },
});

/** Asks for an address, sends bytes there, and leaves the rest to the test. */
async function sent(filename: string, bytes: string): Promise<string> {
  const { upload_url = '', file_id = '' } = await team.ana.files.getUploadURLExternal({
    filename,
    length: bytes.length,
  });
  const answer = await fetchInto(team.slack)(upload_url, { method: 'POST', body: bytes });
  expect(await answer.text()).toBe(`OK - ${bytes.length}`);
  return file_id;
}

describe('sending a file', () => {
  test('takes three steps, and ends in a message that has it', async () => {
    const id = await sent('Notes from the call.txt', 'one\ntwo');
    expect(await refusal(team.ana.files.info({ file: id }))).toBe('file_not_found');
    const done = await team.ana.files.completeUploadExternal({
      files: [{ id, title: 'Notes' }],
      channel_id: channel,
      initial_comment: 'What was said & done',
    });
    expect(done.files).toEqual([expect.objectContaining({ id, title: 'Notes' })]);
    expect(await newest()).toMatchObject({
      user: ANA,
      text: 'What was said &amp; done',
      files: [
        {
          id,
          name: 'Notes from the call.txt',
          title: 'Notes',
          mimetype: 'text/plain',
          filetype: 'text',
          mode: 'snippet',
          size: 7,
          preview: 'one\ntwo',
          lines: 2,
          is_public: true,
        },
      ],
    });
  });

  test('with Slack’s own helper, bytes and all', async () => {
    await team.ana.filesUploadV2({
      channel_id: channel,
      filename: 'graph.png',
      file: Buffer.from(PICTURE),
      alt_text: 'A graph',
    });
    const [file] = (await newest())?.files ?? [];
    expect(file).toMatchObject({ size: PICTURE.length, alt_txt: 'A graph', mimetype: 'image/png' });
  });

  test('in a form works like bare bytes', async () => {
    const { upload_url = '', file_id: id = '' } = await team.ana.files.getUploadURLExternal({
      filename: 'a.txt',
      length: 5,
    });
    const body = new FormData();
    body.set('filename', new Blob(['hello']), 'a.txt');
    await fetchInto(team.slack)(upload_url, { method: 'POST', body });
    await team.ana.files.completeUploadExternal({ files: [{ id }] });
    const info = await team.ana.files.info({ file: id });
    expect(info).toMatchObject({ content: 'hello', file: { size: 5, is_public: false } });
  });

  test('to a thread, or to a direct message, shares it there', async () => {
    const root = team.slack.as(BEN).post('general', 'graph, please');
    const id = await sent('graph.png', 'x');
    await team.ana.files.completeUploadExternal({
      files: [{ id }],
      channel_id: channel,
      thread_ts: root,
    });
    const { messages } = await team.ana.conversations.replies({ channel, ts: root });
    expect(messages?.[1]).toMatchObject({ thread_ts: root, files: [{ id }] });
    const other = await sent('mine.png', 'x');
    await team.ana.files.completeUploadExternal({ files: [{ id: other }], channel_id: BEN });
    const { file } = await team.ben.files.info({ file: other });
    expect(file).toMatchObject({ is_public: false, channels: [], ims: [expect.any(String)] });
  });

  test('an address is good for one file, once', async () => {
    const into = fetchInto(team.slack);
    const { upload_url = '' } = await team.ana.files.getUploadURLExternal({
      filename: 'a.txt',
      length: 1,
    });
    const send = async () => (await into(upload_url, { method: 'POST', body: 'x' })).status;
    expect((await into(upload_url)).status).toBe(404);
    expect(await send()).toBe(200);
    expect(await send()).toBe(404);
  });

  test('what was not sent, or is another’s, cannot be completed', async () => {
    const { ana, ben } = team;
    const { file_id: id = '' } = await ana.files.getUploadURLExternal({
      filename: 'a.txt',
      length: 1,
    });
    expect(await refusal(ana.files.completeUploadExternal({ files: [{ id }] }))).toBe(
      'file_not_found',
    );
    const theirs = await sent('b.txt', 'x');
    const complete = ben.files.completeUploadExternal({ files: [{ id: theirs }] });
    expect(await refusal(complete)).toBe('file_not_found');
  });

  test('to a channel one is not in completes nothing', async () => {
    const id = await sent('a.txt', 'x');
    const files: [{ id: string }] = [{ id }];
    team.slack.as(BEN).create('theirs');
    const there = team.ana.files.completeUploadExternal({
      files,
      channel_id: team.slack.channelNamed('theirs')?.id ?? '',
    });
    expect(await refusal(there)).toBe('not_in_channel');
    expect(await refusal(team.ana.files.completeUploadExternal({ files }))).toBe('ok');
  });

  test.each([
    [{ filename: 'a.txt' }, 'invalid_arguments'],
    [{ filename: '', length: 1 }, 'invalid_arguments'],
    [{ filename: 'a.txt', length: 0 }, 'invalid_arguments'],
    [{ filename: 'a.txt', length: 2_000_000_000 }, 'file_upload_size_restricted'],
  ])('%o is answered with %s', async (args, code) => {
    expect(await refusal(team.ana.apiCall('files.getUploadURLExternal', args))).toBe(code);
  });
});

describe('a picture', () => {
  test('has its size and thumbnails, none larger than itself', async () => {
    team.slack.as(ANA).upload('general', { name: 'Graph 1.png', bytes: PICTURE, comment: 'look' });
    const [file] = (await newest())?.files ?? [];
    expect(file).toMatchObject({
      mode: 'hosted',
      original_w: 400,
      original_h: 300,
      thumb_360_w: 360,
      thumb_360_h: 270,
      thumb_360: expect.stringMatching(/\/files-tmb\/T0ACME00001-F\w+-\w+\/graph_1_360\.png$/),
      url_private: expect.stringMatching(/^https:\/\/files\.slack\.com\/files-pri\/T0ACME00001-F/),
    });
    expect(file).not.toHaveProperty('thumb_480');
  });

  test('that is none has no thumbnails', async () => {
    team.slack.as(ANA).upload('general', { name: 'graph.png', bytes: 'no picture' });
    const [file] = (await newest())?.files ?? [];
    expect(file).not.toHaveProperty('thumb_360');
  });
});

describe('fetching a file', () => {
  const into = () => fetchInto(team.slack);
  const addressOf = async (name: keyof object | string) => {
    const [file] = (await newest())?.files ?? [];
    return String(Object(file)[name]);
  };

  test('gives its bytes, and a thumbnail’s, to whoever may read it', async () => {
    team.slack.as(ANA).upload('general', { name: 'graph.png', bytes: PICTURE });
    for (const name of ['url_private', 'url_private_download', 'thumb_360']) {
      const answer = await into()(await addressOf(name), as('xoxp-ben'));
      expect(answer.headers.get('content-type')).toBe('image/png');
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(PICTURE));
    }
  });

  test.each(['', 'xoxp-nobody', 'xoxp-weak'])(
    'with the token "%s" leads to a page to sign in on, as a redirect that ends in HTML and 200',
    async (token) => {
      team.slack.addToken('xoxp-weak', BEN, ['channels:history']);
      team.slack.as(ANA).upload('general', { name: 'graph.png', bytes: PICTURE });
      const address = await addressOf('url_private');
      const first = await into()(address, as(token, { redirect: 'manual' }));
      expect(first.status).toBe(302);
      expect(first.headers.get('location')).toMatch(/\/\?redir=%2Ffiles-pri%2F/);
      const followed = await into()(address, as(token));
      expect(followed.status).toBe(200);
      expect(followed.headers.get('content-type')).toMatch(/^text\/html/);
      expect(await followed.text()).toContain('Sign in');
    },
  );

  test('of a private channel is for its members', async () => {
    const { slack, ben } = team;
    slack.as(ANA).create('hidden', { isPrivate: true });
    const file = slack.as(ANA).upload('hidden', { name: 'a.txt', bytes: 'x' });
    const url = `https://files.slack.com/files-pri/T0ACME00001-${file}/a.txt`;
    expect((await into()(url, as('xoxp-ben'))).status).toBe(404);
    expect(await refusal(ben.files.info({ file }))).toBe('file_not_found');
    slack.as(ANA).invite('hidden', BEN);
    expect(await (await into()(url, as('xoxp-ben'))).text()).toBe('x');
  });

  test('can be made to fail like any call, and is counted', async () => {
    team.slack.as(ANA).upload('general', { name: 'a.txt', bytes: 'x' });
    const url = await addressOf('url_private');
    team.slack.faults.add({ method: 'files.download', kind: 'status', status: 503 });
    expect((await into()(url, as('xoxp-ben'))).status).toBe(503);
    expect((await into()(url, as('xoxp-ben'))).status).toBe(200);
    expect(team.slack.calls.slice(-2)).toMatchObject([
      { method: 'files.download', outcome: '503' },
      { method: 'files.download', outcome: 'ok' },
    ]);
  });
});

describe('deleting', () => {
  test('a file leaves a mark in its messages, and nothing to fetch', async () => {
    const file = team.slack.as(ANA).upload('general', { name: 'a.txt', bytes: 'x' });
    const url = `https://files.slack.com/files-pri/T0ACME00001-${file}/a.txt`;
    expect(await refusal(team.ben.files.delete({ file }))).toBe('cant_delete_file');
    await team.ana.files.delete({ file });
    expect((await newest())?.files).toEqual([{ id: file, mode: 'tombstone' }]);
    expect(await refusal(team.ana.files.info({ file }))).toBe('file_deleted');
    expect((await fetchInto(team.slack)(url, as('xoxp-ana'))).status).toBe(404);
  });

  test('its message takes a file out of the channel, and leaves it to its owner', async () => {
    const file = team.slack.as(ANA).upload('general', { name: 'a.txt', bytes: 'x' });
    team.slack.as(ANA).remove('general', (await newest())?.ts ?? '');
    expect(await refusal(team.ben.files.info({ file }))).toBe('file_not_found');
    const mine = await team.ana.files.info({ file });
    expect(mine.file).toMatchObject({ id: file, channels: [] });
  });
});

test('a bot sees only files of channels it is in', async () => {
  const tokens = [...(SMALL_TEAM.slack.tokens ?? [])];
  const { slack } = smallTeam({ seed: { slack: { ...SMALL_TEAM.slack, tokens } } });
  const bot = clientOf(slack, 'xoxb-quarterdeck');
  const file = slack.as(ANA).upload('general', { name: 'a.txt', bytes: 'x' });
  expect(await refusal(bot.files.info({ file }))).toBe('file_not_found');
  await bot.conversations.join({ channel });
  expect(await refusal(bot.files.info({ file }))).toBe('ok');
});
