import {
  appendFileSync,
  existsSync,
  fsyncSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import { fetchInto } from '../../localslack/fetch.ts';
import { SMALL_TEAM } from '../../localslack/seed.ts';
import { createWorkspace } from '../../localslack/workspace.ts';
import { arbitraryOps } from '../testing/arbitrary-op.ts';
import { createClock } from '../testing/clock.ts';
import { memorySecrets, startDesktop, temporaryProfile } from '../testing/desktop.ts';
import { seededRandom } from '../testing/random.ts';
import { type JournalDisk, openJournal } from './journal.ts';

let profile: string;
let remove: () => void;
beforeEach(() => {
  ({ profile, remove } = temporaryProfile());
});
afterEach(() => remove());

const file = () => join(profile, 'journal.log');

describe('the journal', () => {
  test('gives back what was written', () => {
    fc.assert(
      fc.property(arbitraryOps, (ops) => {
        rmSync(file(), { force: true });
        const journal = openJournal(profile);
        journal.append(ops);
        journal.close();
        const again = openJournal(profile);
        again.close();
        expect(again.found).toEqual(ops);
        expect(again.damaged).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  test('cut anywhere, gives back every whole line, and goes on after it', () => {
    const [sample = []] = fc.sample(
      arbitraryOps.filter((some) => some.length > 3),
      { numRuns: 1, seed: 7 },
    );
    const ops = [...sample];
    const next = ops.splice(-1);
    const journal = openJournal(profile);
    journal.append(ops);
    journal.close();
    const whole = readFileSync(file());
    for (let at = 0; at < whole.length; at += 13) {
      writeFileSync(file(), whole);
      truncateSync(file(), at);
      const lines = whole.subarray(0, at).toString().split('\n').length - 1;
      const cut = openJournal(profile);
      cut.append(next);
      cut.close();
      const after = openJournal(profile);
      after.close();
      expect(cut.found.length).toBeGreaterThanOrEqual(lines);
      expect(after.found).toEqual([...cut.found, ...next]);
    }
  });

  test('reads only what came after the place it was known to, unless that part was changed', () => {
    const sample = fc.sample(
      arbitraryOps.filter((some) => some.length > 9),
      { numRuns: 1, seed: 11 },
    )[0];
    const ops = sample ?? [];
    const first = openJournal(profile);
    first.append(ops.slice(0, 6));
    const known = first.mark();
    first.append(ops.slice(6));
    const later = first.mark();
    first.close();
    if (known === null || later === null) throw new Error('nothing failed');
    const again = openJournal(profile, known);
    again.close();
    expect(again.from).toBe(known.bytes);
    expect(again.found).toEqual(ops.slice(6));
    expect(again.mark()).toEqual(later);
    const whole = readFileSync(file());
    const changed = Buffer.from(whole);
    changed[10] = 0x21;
    writeFileSync(file(), changed);
    const distrusted = openJournal(profile, known);
    distrusted.close();
    expect(distrusted).toMatchObject({ from: 0, damaged: 1 });
    expect(distrusted.found).toEqual(ops.slice(1));
    writeFileSync(file(), whole.subarray(0, known.bytes - 40));
    const cut = openJournal(profile, known);
    cut.close();
    expect(cut.from).toBe(0);
  });

  test('passes over a line that was changed, and keeps the others', () => {
    const ops =
      fc.sample(
        arbitraryOps.filter((some) => some.length > 2),
        { numRuns: 1, seed: 3 },
      )[0] ?? [];
    const journal = openJournal(profile);
    journal.append(ops);
    journal.close();
    const lines = readFileSync(file(), 'utf8').split('\n');
    lines[1] = lines[1]?.replace(/"v":1/, '"v":2') ?? '';
    writeFileSync(file(), lines.join('\n'));
    appendFileSync(file(), 'rubbish\n');
    const again = openJournal(profile);
    again.close();
    expect(again.damaged).toBe(2);
    expect(again.found).toEqual(ops.filter((_, i) => i !== 1));
  });
});

/** What a disk does to the writes and flushes it is given, one after the other; then it is sound. */
type Mishap = 'full' | 'takes a part, then full' | 'takes one byte' | 'cannot flush' | 'sound';
const MISHAPS: readonly Mishap[] = [
  'full',
  'takes a part, then full',
  'takes one byte',
  'cannot flush',
  'sound',
];

function unluckyDisk(mishaps: readonly Mishap[]): JournalDisk {
  const left = [...mishaps];
  let full = false;
  const refuse = (code: string): never => {
    throw Object.assign(new Error(code), { code });
  };
  return {
    write: (file, bytes) => {
      if (full) {
        full = false;
        return refuse('ENOSPC');
      }
      const mishap = left[0] === 'cannot flush' ? 'sound' : (left.shift() ?? 'sound');
      if (mishap === 'full') return refuse('ENOSPC');
      if (mishap === 'takes one byte') return writeSync(file, bytes.subarray(0, 1));
      full = mishap === 'takes a part, then full';
      return writeSync(file, full ? bytes.subarray(0, Math.ceil(bytes.length / 2)) : bytes);
    },
    flush: (file) => {
      if (left[0] === 'cannot flush') {
        left.shift();
        refuse('EIO');
      }
      fsyncSync(file);
    },
  };
}

describe('a disk that fills up or fails, and comes back', () => {
  test('takes nothing away from the journal, whatever it did in between', () => {
    fc.assert(
      fc.property(
        arbitraryOps,
        fc.array(fc.constantFrom(...MISHAPS), { maxLength: 12 }),
        (ops, mishaps) => {
          rmSync(file(), { force: true });
          const journal = openJournal(profile, undefined, unluckyDisk(mishaps));
          for (const op of ops) {
            try {
              journal.append([op]);
            } catch (cause) {
              expect(Object(cause).code).toMatch(/ENOSPC|EIO/);
            }
          }
          // The disk is sound again at the latest when it has had all its mishaps.
          for (const _ of mishaps) {
            try {
              journal.append([]);
            } catch {}
          }
          journal.close();
          const again = openJournal(profile);
          again.close();
          expect(again.found).toEqual(ops);
        },
      ),
    );
  });

  test('that is still full when the journal is closed is reported, and the file is closed', () => {
    const [ops = []] = fc.sample(
      arbitraryOps.filter((some) => some.length > 0),
      { numRuns: 1, seed: 7 },
    );
    const journal = openJournal(profile, undefined, unluckyDisk(['full', 'full']));
    expect(() => journal.append(ops)).toThrow('ENOSPC');
    expect(() => journal.close()).toThrow('ENOSPC');
    expect(() => journal.close()).toThrow('EBADF');
  });
});

describe('a database that is lost', () => {
  const loseDatabase = () => {
    for (const end of ['', '-wal', '-shm'])
      rmSync(join(profile, `quarterdeck.db${end}`), { force: true });
  };

  test('costs nothing that anybody wrote here', async () => {
    const before = await startDesktop({ profile });
    const incident = await before.declare('Slow');
    await before.command('note.add', { incident, entry: before.id(), text: 'kept twice' });
    const told = (await before.query('timeline', { incident, limit: 20 })).items;
    await before.stop();
    loseDatabase();
    const after = await startDesktop({ profile, seed: 2 });
    expect((await after.query('timeline', { incident, limit: 20 })).items).toEqual(told);
    expect(after.log.find((line) => line.event === 'journal.reconciled')?.detail).toMatchObject({
      toDatabase: 3,
    });
    await after.stop();
  });

  test('sends nothing to Slack a second time, and makes no second channel', async () => {
    const clock = createClock();
    const slack = createWorkspace({ seed: SMALL_TEAM, clock, random: seededRandom(5) });
    const start = (seed: number) =>
      startDesktop({
        profile,
        clock,
        seed,
        fetch: fetchInto(slack),
        secrets: memorySecrets('xoxp-ana'),
      });
    const before = await start(1);
    await clock.advance(SECOND);
    const incident = await before.declare('Slow');
    await clock.advance(20 * SECOND);
    await before.stop();
    loseDatabase();
    const after = await start(2);
    await clock.advance(60 * SECOND);
    expect(await after.query('sync', {})).toMatchObject({ state: 'synced', waiting: 0 });
    const channels = slack.channels().filter((channel) => channel.name.startsWith('inc-'));
    expect(channels).toHaveLength(1);
    const carried = channels[0]?.messages.filter((message) => message.metadata !== null);
    expect(carried).toHaveLength(2);
    await after.command('note.add', { incident, entry: after.id(), text: 'and on' });
    await clock.advance(20 * SECOND);
    expect(channels[0]?.messages.at(-1)?.text).toBe('✎ and on');
    await after.stop();
  });
});

/** What became of the file, and whether there is anything in it to keep. */
const DAMAGES: readonly (readonly [string, (sound: Buffer) => Buffer, boolean])[] = [
  ['rubbish', () => Buffer.from('this is no database '.repeat(400)), true],
  ['an empty file', () => Buffer.alloc(0), false],
  ['one with a torn header', (sound) => Buffer.from(sound).fill(7, 0, 64), true],
  ['one with a torn schema', (sound) => Buffer.from(sound).fill(0x5a, 100, 4_096), true],
];

test.each(DAMAGES)(
  'a database that became %s costs nothing either',
  async (_what, damage, isKept) => {
    const before = await startDesktop({ profile });
    const incident = await before.declare('Slow');
    await before.stop();
    const path = join(profile, 'quarterdeck.db');
    writeFileSync(path, damage(readFileSync(path)));
    const after = await startDesktop({ profile, seed: 2 });
    const desk = await after.query('desk', {});
    expect(desk.active.map((row) => row.id)).toEqual([incident]);
    expect(desk.notice?.message).toContain('What you wrote here was restored from its journal.');
    expect(existsSync(`${path}.damaged`)).toBe(isKept);
    await after.stop();
  },
);

test('a journal that is lost is written again from the database', async () => {
  const before = await startDesktop({ profile });
  await before.declare('Slow');
  await before.stop();
  const written = readFileSync(file(), 'utf8');
  rmSync(file());
  const after = await startDesktop({ profile, seed: 2 });
  await after.stop();
  expect(readFileSync(file(), 'utf8')).toBe(written);
});
