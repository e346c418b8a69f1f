import { expect, test } from 'vitest';
import { seededRandom } from '../../engine/testing/random.ts';
import type { Fault } from '../../localslack/faults.ts';
import { type Biography, type Death, lives } from '../lives.ts';
import { amount, inLanes, LANES, LONG, OPTIONS, tell } from './options.ts';

/** What Slack does whose answer then gets lost, and how often a short life asks for it. */
const DEEDS = [
  ['chat.postMessage', 5],
  ['conversations.create', 1],
  ['conversations.setTopic', 1],
] as const;
/** Nothing of the answer, a piece of its head, half of its body or so, and all of it. */
const BYTES = [0, 40, 400, 100_000];

/** The desk works until the answer in question kills it; one that never comes does not hold us up. */
const LIMIT_MS = 1_500;

const limited = (times: number): Fault => ({
  method: 'conversations.history',
  kind: 'limited',
  retryAfter: 7,
  times,
});

/** What those meet who come back and read: nothing, limits, reads that lag, a broken network. */
const RETURNS: readonly (readonly [string, readonly Fault[]])[] = [
  ['Slack answers', []],
  ['reading is limited', [limited(3)]],
  ['reads lag', [{ method: 'conversations.history', kind: 'stale', ms: 2_000, times: 1 }]],
  ['the network breaks', [{ method: '*', kind: 'drop-before', times: 4, skip: 2 }, limited(1)]],
];

/** A folder whose desks die over one answer after another, the same for each kind of return. */
function deathsOf(seed: number): readonly Death[] {
  const random = seededRandom(seed);
  const bytes = [...BYTES]
    .sort(() => random() - 0.5)
    .slice(0, amount({ few: 1, some: 2, all: BYTES.length }));
  return DEEDS.flatMap(([method, often]) =>
    bytes.map(
      (count): Death => ({
        after: LIMIT_MS,
        cut: { method, bytes: count, nth: 1 + Math.floor(random() * often) },
        fresh: method !== 'chat.postMessage',
      }),
    ),
  );
}

test(
  'killed over the answer, with Slack limiting, lagging or gone afterwards: Slack has all of it once',
  async () => {
    const rounds = Array.from({ length: OPTIONS.all ? 20 : 1 }, (_, i) => i);
    const folders = rounds.flatMap((round) =>
      RETURNS.map(([what, faults], i) => {
        return { what, faults, seed: OPTIONS.seed * 10_000 + round * 10 + i };
      }),
    );
    const stories: Biography[] = [];
    const losses: string[] = [];
    await inLanes(folders, LANES, async ({ what, faults, seed }) => {
      const story = await lives(seed, deathsOf(seed), { restEach: true, faults });
      stories.push(story);
      const where = `seed ${seed} (${what}), kill ${story.kills}`;
      losses.push(...story.findings.map((found) => `${where}: ${found}`));
    });
    tell('killed over an answer', stories, losses);
    expect(losses).toEqual([]);
  },
  LONG,
);
