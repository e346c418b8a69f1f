import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { FolderDisk } from '../ports.ts';
import { createClock, type FakeClock } from '../testing/clock.ts';
import { type Desktop, startDesktop, temporaryProfile } from '../testing/desktop.ts';

/** A disk in memory that refuses when it is told to. */
type Disk = FolderDisk & {
  readonly files: Map<string, string>;
  writes: number;
  refuses: string | null;
};

function diskInMemory(): Disk {
  const files = new Map<string, string>();
  const answer = (task: () => void) => {
    if (disk.refuses !== null) return { ok: false, error: disk.refuses } as const;
    task();
    return ok(undefined);
  };
  const disk: Disk = {
    files,
    writes: 0,
    refuses: null,
    resolve: (typed) => (typed.startsWith('/') ? typed : null),
    check: async () => answer(() => undefined),
    write: async (folder, name, text) =>
      answer(() => {
        disk.writes += 1;
        files.set(`${folder}/${name}`, text);
      }),
    remove: async (folder, name) => answer(() => files.delete(`${folder}/${name}`)),
  };
  return disk;
}

let disk: Disk;
let clock: FakeClock;
let profile: ReturnType<typeof temporaryProfile>;
let ana: Desktop;
let incident: IncidentId;
const open = () => startDesktop({ profile: profile.profile, clock, folderDisk: disk });

beforeEach(async () => {
  disk = diskInMemory();
  clock = createClock();
  profile = temporaryProfile();
  ana = await open();
  incident = await ana.declare('Checkout <errors>');
});
afterEach(async () => {
  await ana.stop();
  profile.remove();
});

const choose = (isPrivate = false) =>
  ana.command('folder.set', { path: '/home/ana/incidents', private: isPrivate });
const names = () => [...disk.files.keys()].map((path) => path.split('/').at(-1) ?? '').sort();
const note = (text: string, of = incident) =>
  ana.command('note.add', { incident: of, entry: ana.id(), text });
const textOf = (end: string) =>
  [...disk.files].find(([path]) => path.endsWith(end))?.[1] ?? 'no such file';
/** A turn of the disk, of the engine, and of what reads an incident. */
const pass = (ms: number) => clock.advance(ms);

describe('a folder of incidents', () => {
  test('holds each as Markdown and JSON, by a name that stays', async () => {
    await choose();
    await pass(SECOND);
    const tail = incident.slice(-6);
    expect(names()).toEqual([
      expect.stringMatching(new RegExp(`^INC-\\w{4}-${tail}\\.json$`)),
      expect.stringMatching(new RegExp(`^INC-\\w{4}-${tail}\\.md$`)),
    ]);
    const before = names();
    await ana.command('incident.rename', { incident, name: '../../etc/passwd' });
    await note('Only eu-west.');
    await pass(6 * SECOND);
    expect(names()).toEqual(before);
    expect(textOf('.md')).toContain('Only eu-west.');
    expect(JSON.parse(textOf('.json'))).toMatchObject({
      ...{ format: 'quarterdeck-incident', version: 1, incident: { name: '../../etc/passwd' } },
    });
  });

  test('is written once for what changes together, and only what changed', async () => {
    const other = await ana.declare('Webhooks are late');
    await choose();
    await pass(SECOND);
    expect(disk.writes).toBe(4);
    for (let i = 0; i < 5; i++) await note(`Note ${i}`, other);
    expect(disk.writes).toBe(4);
    await pass(6 * SECOND);
    expect(disk.writes).toBe(6);
    await pass(10 * MINUTE);
    expect(disk.writes).toBe(6);
    await ana.stop();
    ana = await open();
    await pass(MINUTE);
    expect(disk.writes).toBe(6);
  });

  test('gets the post-mortem once somebody began it', async () => {
    await choose();
    await ana.command('post-mortem.start', { incident });
    // What a post-mortem is made with is read from the disk the first time.
    while (names().length < 3) await pass(SECOND);
    expect(textOf('-post-mortem.md')).toContain('Checkout \\<errors\\>');
  });

  test('holds private incidents only where somebody says so, and lets one go that became private', async () => {
    await choose();
    await pass(SECOND);
    expect(names()).toHaveLength(2);
    await ana.command('incident.set-private', { incident, private: true });
    await pass(6 * SECOND);
    expect(names()).toEqual([]);
    await choose(true);
    await pass(SECOND);
    expect(names()).toHaveLength(2);
    await choose(false);
    await pass(SECOND);
    expect(names()).toEqual([]);
  });

  test('that cannot be written is told in words; what is owed is written when it can be again', async () => {
    await choose();
    await pass(SECOND);
    disk.refuses = 'ENOSPC';
    await note('While the disk was full');
    await pass(6 * SECOND);
    const { folder } = await ana.query('settings', {});
    expect(folder.problem).toEqual({
      message: 'The folder /home/ana/incidents cannot be written: the disk is full.',
      hint: 'Free some space. What is missing is written then. Nothing is lost: all of it is in Quarterdeck.',
    });
    disk.refuses = null;
    await pass(2 * MINUTE);
    expect(textOf('.md')).toContain('While the disk was full');
    expect((await ana.query('settings', {})).folder.problem).toBeNull();
  });

  test('is refused with words where it cannot be one', async () => {
    const none = await ana.refusal('command', 'folder.set', { path: 'incidents', private: false });
    expect(none.message).toBe('Enter the whole path of a folder.');
    disk.refuses = 'EACCES';
    const shut = await ana.refusal('command', 'folder.set', { path: '/root', private: false });
    expect(shut.message).toBe('The folder /root cannot be written: you may not write in it.');
    expect((await ana.query('settings', {})).folder.path).toBeNull();
  });

  test('in another place gets all of them again', async () => {
    await choose();
    await pass(SECOND);
    await ana.command('folder.set', { path: '/mnt/backup', private: false });
    await pass(SECOND);
    expect([...disk.files.keys()].filter((path) => path.startsWith('/mnt/backup/'))).toHaveLength(
      2,
    );
  });

  test('that is not wanted any more is left as it is', async () => {
    await choose();
    await pass(SECOND);
    await ana.command('folder.set', { path: '', private: false });
    await note('Later');
    await pass(MINUTE);
    expect(disk.writes).toBe(2);
    expect((await ana.query('settings', {})).folder.path).toBeNull();
  });
});
