import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '#shared/base/duration.ts';
import { imageType } from '#shared/domain/image-type.ts';
import { fetchInto } from '../../localslack/fetch.ts';
import { PICTURE } from '../../localslack/testing/picture.ts';
import { keepFile, lookUpFile, tidyFiles } from '../store/file-cache.ts';
import { fileById, noteFile } from '../store/slack-files.ts';
import { ANA, type MirrorDesk, startMirrorDesk } from '../testing/mirror-desk.ts';
import { fetchFile, mayHoldFiles, wantsFiles } from './files.ts';
import { pullIncident } from './pull.ts';
import { FILE_MAX } from './worth-fetching.ts';

type Sent = { readonly url: string; readonly authorization: string | null };

let desk: MirrorDesk;
let sent: Sent[];
let answer: ((url: string) => Response | null) | null;
beforeEach(() => {
  sent = [];
  answer = null;
  desk = startMirrorDesk({
    fetch: async (input, init) => {
      const authorization = new Headers(init?.headers).get('authorization');
      sent.push({ url: String(input), authorization });
      return answer?.(String(input)) ?? fetchInto(desk.slack)(input, init);
    },
  });
});
afterEach(() => desk.stop());

const bytes = (text: string) => new TextEncoder().encode(text);
const upload = (name: string, body: string | Uint8Array) =>
  desk.slack.as(ANA).upload('inc-test', { name, bytes: body as never });
const pull = () => pullIncident(desk.reading(), desk.incident);
const wants = () => wantsFiles(desk.reading(), desk.incident);
const profile = () => desk.reading().core.ports.profile;
const onDisk = () =>
  existsSync(join(profile(), 'files')) ? readdirSync(join(profile(), 'files')) : [];
const lookUp = (id: string) =>
  lookUpFile({ db: desk.db(), profile: profile() }, id, desk.clock.now());

/** Looks, and fetches until nothing is wanted now. */
async function fetchAll(): Promise<void> {
  await pull();
  while (wants()) {
    const fetching = { core: desk.reading().core, token: 'xoxp-ana' };
    expect(await fetchFile(fetching, desk.incident)).toMatchObject({ ok: true });
  }
}

test('an image is fetched once and can be looked at without Slack', async () => {
  const id = upload('graph.png', PICTURE);
  await fetchAll();
  const found = lookUp(id);
  expect(found).toMatchObject({ type: 'image/png' });
  expect(readFileSync(found?.path ?? '')).toEqual(Buffer.from(PICTURE));
  expect(onDisk()).toEqual([id]);
  const calls = desk.calls('files.download');
  desk.restart();
  await fetchAll();
  expect(desk.calls('files.download')).toBe(calls);
});

test('of other files it is known that they are there', async () => {
  const id = upload('notes.txt', 'one\ntwo');
  await fetchAll();
  expect(fileById(desk.db(), id)).toMatchObject({
    name: 'notes.txt',
    mimetype: 'text/plain',
    size: 7,
    state: 'listed',
  });
  expect(onDisk()).toEqual([]);
});

describe('the token', () => {
  test.each([
    ['https://files.slack.com/files-pri/T1-F1/a.png', true],
    ['https://files.slack-gov.com/files-pri/T1-F1/a.png', true],
    ['http://files.slack.com/a.png', false],
    ['https://files.slack.com.evil.example/a.png', false],
    ['https://files.slack.com@evil.example/a.png', false],
    ['https://x:y@files.slack.com/a.png', false],
    ['https://files.slack.com:8443/a.png', false],
    ['https://evil.example/files.slack.com', false],
    ['https://acme.slack.com/a.png', false],
    ['file:///etc/passwd', false],
    ['not an address', false],
    ['http://127.0.0.1:5000/files-pri/T1-F1/a.png', true],
    ['http://127.0.0.1:5001/files-pri/T1-F1/a.png', false],
  ])('goes to %s: %s', (url, expected) => {
    expect(mayHoldFiles(url, 'http://127.0.0.1:5000/api/')).toBe(expected);
  });

  test('is never sent where a hostile message points', async () => {
    await pull();
    const file = { id: 'F0EVIL', name: 'a.png', mimetype: 'image/png', size: 10 };
    const url = 'https://evil.example/a.png';
    const { ts } = desk.channel.messages[0] ?? { ts: '' };
    noteFile(desk.db(), { ...file, url, channel: desk.channel.id, ts, state: 'wanted' });
    await fetchAll();
    expect(sent.map(({ url }) => url)).not.toContain(url);
    expect(fileById(desk.db(), 'F0EVIL')).toMatchObject({
      state: 'refused',
      reason: 'not on a host of Slack',
    });
  });

  test('does not follow a redirect; without the right it is tried again a day later', async () => {
    const id = upload('graph.png', PICTURE);
    desk.slack.addToken('xoxp-weak', ANA, ['channels:history']);
    await pull();
    const fetching = { core: desk.reading().core, token: 'xoxp-weak' };
    await fetchFile(fetching, desk.incident);
    expect(sent.filter(({ authorization }) => authorization === 'Bearer xoxp-weak')).toHaveLength(
      1,
    );
    expect(fileById(desk.db(), id)).toMatchObject({ reason: 'this token may not read files' });
    expect(wants()).toBe(false);
    desk.clock.jump(DAY + 1);
    await fetchAll();
    expect(lookUp(id)).not.toBeNull();
  });
});

describe('what is not an image that can be shown', () => {
  test.each([
    ['a web page', '<!doctype html><script>alert(1)</script>'],
    ['an SVG, which may hold scripts', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['RIFF that is no WebP', 'RIFF0000WAVEfmt '],
    ['nothing', ''],
  ])('%s under an image’s name is not kept', async (_what, body) => {
    const id = upload('graph.png', PICTURE);
    answer = (url) => (url.includes('files-pri') ? new Response(body) : null);
    await fetchAll();
    expect(fileById(desk.db(), id)).toMatchObject({ state: 'refused', reason: 'not an image' });
    expect(onDisk()).toEqual([]);
  });

  test('one that is larger than it said is left', async () => {
    const id = upload('graph.png', PICTURE);
    answer = (url) =>
      url.includes('files-pri') ? new Response(new Uint8Array(FILE_MAX + 1)) : null;
    await fetchAll();
    expect(fileById(desk.db(), id)).toMatchObject({ state: 'refused', reason: 'too large' });
  });

  test('types are told by content', () => {
    expect(imageType(bytes('GIF89a…'))).toBe('image/gif');
    expect(imageType(bytes('RIFF1234WEBPVP8 '))).toBe('image/webp');
    expect(imageType(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg');
    expect(imageType(Uint8Array.of(0x89, 0x50))).toBeNull();
  });
});

test('a download that breaks is tried again later, and leaves nothing behind', async () => {
  const id = upload('graph.png', PICTURE);
  desk.slack.faults.add({ method: 'files.download', kind: 'drop-after' });
  await fetchAll();
  expect(onDisk()).toEqual([]);
  expect(wants()).toBe(false);
  desk.clock.jump(10 * MINUTE + 1);
  await fetchAll();
  expect(lookUp(id)).not.toBeNull();
});

test('what was not looked at for longest makes room, and is fetched again when it is wanted', async () => {
  const ids = ['a.png', 'b.png', 'c.png'].map((name) => upload(name, PICTURE));
  const [a = '', b = '', c = ''] = ids;
  await pull();
  const cache = { db: desk.db(), profile: profile(), most: 250 };
  const body = new Uint8Array(100);
  for (const [i, id] of [a, b].entries()) {
    keepFile(cache, id, { type: 'image/png', body, now: desk.clock.now() + i });
  }
  desk.clock.jump(MINUTE);
  expect(lookUp(a)).not.toBeNull();
  keepFile(cache, c, { type: 'image/png', body, now: desk.clock.now() + 1 });
  expect(onDisk().sort()).toEqual([a, c].sort());
  expect(fileById(desk.db(), b)).toMatchObject({ state: 'dropped' });
  expect(lookUp(b)).toBeNull();
  expect(wants()).toBe(true);
});

test('what a crash left is tidied away, what is kept stays', async () => {
  const id = upload('graph.png', PICTURE);
  await fetchAll();
  for (const name of ['F0HALF.part', 'F0NOBODYS'])
    writeFileSync(join(profile(), 'files', name), 'x');
  tidyFiles({ db: desk.db(), profile: profile() });
  expect(onDisk()).toEqual([id]);
});
