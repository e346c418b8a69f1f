import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { DAY } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { IMAGE_MAX } from '#shared/domain/image.ts';
import { png } from '#shared/domain/testing/png.ts';
import { addImage, keepImage } from '../testing/added-image.ts';
import { type Desktop, startDesktop, temporaryProfile } from '../testing/desktop.ts';

let profile: string;
let ana: Desktop;
let incident: IncidentId;
beforeEach(async () => {
  const folder = temporaryProfile();
  profile = folder.profile;
  ana = await startDesktop({ profile });
  incident = await ana.declare('Slow');
  onTestFinished(async () => {
    await ana.stop();
    folder.remove();
  });
});

async function restart(): Promise<void> {
  const { clock } = ana;
  await ana.stop();
  ana = await startDesktop({ profile, clock, seed: 2 });
}

const onDisk = () =>
  existsSync(join(profile, 'images')) ? readdirSync(join(profile, 'images')) : [];
const lines = async () =>
  (await ana.query('timeline', { incident, limit: 50 })).items.filter(
    ({ kind }) => kind === 'note',
  );
const piece = (bytes: Uint8Array, offset = 0, last = true) => ({
  upload: ana.id(),
  offset,
  data: Buffer.from(bytes).toString('base64'),
  last,
});

/** The image as a page puts it together. */
async function shown(id: string): Promise<Buffer> {
  const parts: string[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const part: { data: string; next: number | null } = await ana.query('image', { id, offset });
    parts.push(part.data);
    offset = part.next;
  }
  return Buffer.from(parts.join(''), 'base64');
}

test('an image is on disk, whole, before it is said to be kept; it is an entry once it is added', async () => {
  const picture = Buffer.concat([png(), Buffer.alloc(2_000_000, 'x'), png()]);
  const entry = await addImage(ana, incident, picture, { name: 'graph.png', alt: 'Errors at 5 %' });
  const [line] = await lines();
  expect(line).toMatchObject({ id: entry, kind: 'note', text: 'Errors at 5 %' });
  const files = line?.kind === 'note' ? line.files : [];
  expect(files).toMatchObject([
    { name: 'graph.png', image: 'here', width: 40, height: 30, size: picture.byteLength },
  ]);
  const [{ id = '' } = {}] = files;
  expect(onDisk()).toEqual([id]);
  expect(readFileSync(join(profile, 'images', id))).toEqual(picture);
  expect(await shown(id)).toEqual(picture);
  await restart();
  expect(await shown(id)).toEqual(picture);
  expect((await ana.query('queue', {})).items.at(-1)?.changes).toEqual([
    { kind: 'image', name: 'graph.png', text: 'Errors at 5 %' },
  ]);
});

test('one without a description gets one later', async () => {
  const entry = await addImage(ana, incident, png());
  expect(await lines()).toMatchObject([{ text: '', edited: false }]);
  await ana.command('entry.edit', { incident, entry, text: 'Errors' });
  expect(await lines()).toMatchObject([{ text: 'Errors', files: [{ image: 'here' }] }]);
  const { items } = await ana.query('queue', {});
  expect(items.at(-1)?.changes).toEqual([{ kind: 'image-described', text: 'Errors' }]);
});

test('the same bytes twice are kept once; asked twice, one entry is made', async () => {
  const entry = await addImage(ana, incident, png());
  await addImage(ana, incident, png());
  expect(onDisk()).toHaveLength(1);
  const image = await keepImage(ana, png());
  await ana.command('image.add', { incident, entry, image, name: 'graph.png' });
  expect(await lines()).toHaveLength(2);
});

describe('what is refused', () => {
  test.each([
    ['no image', Buffer.from('<html>'), /not an image that can be shown/],
    ['SVG', Buffer.from('<svg/>'), /can hold scripts/],
    ['nothing', Buffer.of(), /empty/],
    ['a cut-off PNG', png(400, 400).subarray(0, -20), /cut off/],
  ])('%s, in words, and leaves nothing behind', async (_what, bytes, words) => {
    const error = await ana.refusal('command', 'image.keep', piece(bytes));
    expect(error).toMatchObject({ code: 'image_refused', message: expect.stringMatching(words) });
    expect(error.hint).toBeDefined();
    expect(onDisk()).toEqual([]);
  });

  test('20 MB, as soon as it is more than 10', async () => {
    const upload = ana.id();
    const data = Buffer.alloc(500_000, 'x').toString('base64');
    for (let offset = 0; offset < IMAGE_MAX; offset += 500_000) {
      await ana.command('image.keep', { upload, offset, data, last: false });
    }
    const next = { upload, offset: IMAGE_MAX, data, last: false };
    expect(await ana.refusal('command', 'image.keep', next)).toMatchObject({
      code: 'image_refused',
      message: 'This image has 10.5 MB: 10 MB is the most. It was not added.',
    });
    expect(onDisk()).toEqual([]);
  });

  test('pieces that do not follow one another', async () => {
    const error = await ana.refusal('command', 'image.keep', piece(png(), 5));
    expect(error.message).toBe('This image came in pieces that do not fit.');
  });

  test('an entry of an image that is not here', async () => {
    const add = { incident, entry: ana.id(), image: 'a'.repeat(64), name: 'x.png' };
    const error = await ana.refusal('command', 'image.add', add);
    expect(error).toMatchObject({ code: 'not_found', hint: 'Add it again.' });
    const climb = { ...add, image: `../${'a'.repeat(61)}` };
    expect(await ana.refusal('command', 'image.add', climb)).toMatchObject({
      code: 'invalid_input',
    });
  });
});

test('a folder that cannot be written is said in words, and nothing else is touched', async () => {
  writeFileSync(join(profile, 'images'), 'a file in the way');
  const error = await ana.refusal('command', 'image.keep', piece(png()));
  expect(error.message).toContain('Quarterdeck failed to do this');
  rmSync(join(profile, 'images'));
  await addImage(ana, incident, png());
  expect(await lines()).toHaveLength(1);
});

describe('a start', () => {
  test('throws halves away, and after a week what nobody added', async () => {
    const added = await keepImage(ana, png(10, 10));
    await ana.command('image.add', { incident, entry: ana.id(), image: added, name: 'a.png' });
    const drafted = await keepImage(ana, png(11, 11));
    await ana.command('draft.keep', { key: 'images x', text: `[{"id":"${drafted}"}]` });
    const left = await keepImage(ana, png(12, 12));
    await ana.command('image.keep', piece(png(), 0, false));
    expect(onDisk()).toHaveLength(4);
    await restart();
    expect(onDisk().sort()).toEqual([added, drafted, left].sort());
    ana.clock.jump(8 * DAY);
    await restart();
    expect(onDisk().sort()).toEqual([added, drafted].sort());
  });

  test('knows again what a lost database forgot, and no file that is not what its name says', async () => {
    await addImage(ana, incident, png());
    const [id = ''] = onDisk();
    await ana.stop();
    for (const end of ['', '-wal', '-shm']) {
      rmSync(join(profile, `quarterdeck.db${end}`), { force: true });
    }
    const false_ = 'b'.repeat(64);
    writeFileSync(join(profile, 'images', false_), png(5, 5));
    ana = await startDesktop({ profile, clock: ana.clock, seed: 3 });
    expect(await lines()).toMatchObject([{ files: [{ id, image: 'here' }] }]);
    expect(await shown(id)).toEqual(Buffer.from(png()));
    const missing = await ana.refusal('query', 'image', { id: false_, offset: 0 });
    expect(missing.code).toBe('not_found');
  });

  test('says that an image is gone from the disk, and does not fail over it', async () => {
    await addImage(ana, incident, png());
    const [id = ''] = onDisk();
    rmSync(join(profile, 'images', id));
    expect(await lines()).toMatchObject([{ files: [{ image: 'coming' }] }]);
    await restart();
    expect(await lines()).toMatchObject([{ files: [{ image: 'coming' }] }]);
  });
});
