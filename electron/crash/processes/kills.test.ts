import { expect, test } from 'vitest';
import { seededRandom } from '../../engine/testing/random.ts';
import type { Work } from '../desk-setup.ts';
import { type Biography, type Death, lives, randomDeath } from '../lives.ts';
import { amount, inLanes, LANES, LONG, OPTIONS, TOOLS, tell, testWith } from './options.ts';

/** A folder is killed so often before it is given up for a fresh one. */
const KILLS_A_FOLDER = 6;
const RANDOM_KILLS = amount({ few: 12, some: 24, all: 500 });

/** Runs folders with their deaths, and says what they went through. */
async function liveAll(what: string, folders: readonly (readonly [number, readonly Death[]])[]) {
  const stories: Biography[] = [];
  const losses: string[] = [];
  await inLanes(folders, LANES, async ([seed, deaths]) => {
    const story = await lives(seed, deaths);
    stories.push(story);
    losses.push(
      ...story.findings.map((finding) => `seed ${seed}, kill ${story.kills}: ${finding}`),
    );
  });
  tell(what, stories, losses);
  return { losses, aimed: stories.reduce((n, story) => n + story.aimed, 0) };
}

test(
  `${RANDOM_KILLS} kills at random moments lose nothing and send nothing twice`,
  async () => {
    const folders = Array.from({ length: Math.ceil(RANDOM_KILLS / KILLS_A_FOLDER) }, (_, i) => {
      const seed = OPTIONS.seed + i;
      const random = seededRandom(seed);
      const deaths = Array.from({ length: KILLS_A_FOLDER }, () => randomDeath(random));
      return [seed, deaths] as const;
    });
    expect((await liveAll('random moments', folders)).losses).toEqual([]);
  },
  LONG,
);

/** The calls through which anything reaches the disk, and about how often a short run makes each. */
const CALLS = { pwrite64: 420, fsync: 60, write: 12, ftruncate: 3, unlink: 4 } as const;

const SHORT: Work = { deeds: 5, every: 15, thenStop: true };
/** By then a short run has ended by itself: the call it was to die at is not made so often. */
const LIMIT_MS = 6_000;

const deathAt = (call: string, nth: number): Death => ({
  after: LIMIT_MS,
  under: [
    ...['strace', '-f', '-qq', '-o', '/dev/null'],
    ...['-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${nth}`],
  ],
  work: SHORT,
});

testWith(TOOLS.strace)(
  'a kill at a certain write, flush, cut or removal loses nothing',
  async () => {
    const folders = amount({ few: () => someCalls(2), some: () => someCalls(4), all: everyCall })();
    const { losses, aimed } = await liveAll('at system calls', folders);
    expect(losses).toEqual([]);
    // A tool that never kills would find nothing either.
    expect(aimed).toBeGreaterThan(folders.length);
  },
  LONG,
);

/** Each call on a folder of its own. */
function everyCall(): readonly (readonly [number, readonly Death[]])[] {
  return Object.entries(CALLS).flatMap(([call, times], c) =>
    Array.from(
      { length: times },
      (_, i) => [OPTIONS.seed * 100_000 + c * 1_000 + i, [deathAt(call, i + 1)]] as const,
    ),
  );
}

/** Some calls, several in a row on the same folder. */
function someCalls(folders: number): readonly (readonly [number, readonly Death[]])[] {
  return Array.from({ length: folders }, (_, i) => {
    const seed = OPTIONS.seed * 100_000 + i;
    const random = seededRandom(seed);
    const deaths = Object.entries(CALLS).map(([call, times]) =>
      deathAt(call, 1 + Math.floor(random() * times)),
    );
    return [seed, deaths] as const;
  });
}
