import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#shared/base/duration.ts';
import type { Message } from '../../localslack/model.ts';
import type { SlackMessage } from '../store/slack-messages.ts';
import { incidentsWithGaps, rangesOf } from '../store/slack-ranges.ts';
import { ANA, BEN, type MirrorDesk, startMirrorDesk } from '../testing/mirror-desk.ts';
import { backfillIncident } from './backfill.ts';
import { pullIncident } from './pull.ts';
import { sweepIncident, walkIncident } from './sweep.ts';
import { readThreads } from './threads.ts';

type Step =
  | { readonly kind: 'post' | 'edit' | 'delete' | 'pin'; readonly n: number }
  | { readonly kind: 'reply'; readonly n: number; readonly broadcast: boolean }
  | { readonly kind: 'react' | 'unreact'; readonly n: number; readonly emoji: string }
  | {
      readonly kind: 'look' | 'fill' | 'sweep' | 'threads';
      readonly limit: number;
      readonly lag: number;
    }
  | { readonly kind: 'fail' | 'restart' }
  | { readonly kind: 'wait'; readonly ms: number };

const n = fc.nat(1_000);
const emoji = fc.constantFrom('eyes', 'tada', '+1');
const limit = fc.integer({ min: 1, max: 12 });
/** Mostly a reader who does not lag. */
const lag = fc.constantFrom(0, 0, 0, 2 * SECOND, MINUTE);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('post' as const), n }) },
  fc.record({ kind: fc.constantFrom('edit' as const, 'delete' as const, 'pin' as const), n }),
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('reply' as const), n, broadcast: fc.boolean() }),
  },
  fc.record({ kind: fc.constantFrom('react' as const, 'unreact' as const), n, emoji }),
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('look' as const, 'fill' as const, 'sweep' as const, 'threads' as const),
      limit,
      lag,
    }),
  },
  fc.record({ kind: fc.constantFrom('fail' as const, 'restart' as const) }),
  fc.record({
    kind: fc.constant('wait' as const),
    ms: fc.constantFrom(1, SECOND, MINUTE, 2 * HOUR),
  }),
);

/** Does what a step says; what Slack refuses people (two of one reaction) does not happen. */
async function take(desk: MirrorDesk, given: Step): Promise<void> {
  const { slack, channel, incident, clock } = desk;
  const talk = channel.messages.filter(({ subtype, tombstone }) => subtype === null && !tombstone);
  const pick = 'n' in given ? talk[given.n % talk.length] : undefined;
  const person = slack.as('n' in given && given.n % 2 === 0 ? ANA : BEN);
  switch (given.kind) {
    case 'post':
      desk.post(`message ${given.n}`);
      return;
    case 'wait':
      clock.jump(given.ms);
      return;
    case 'restart':
      desk.restart();
      return;
    case 'fail':
      slack.faults.add({ method: '*', kind: 'drop-after' });
      return;
    case 'look':
    case 'fill':
    case 'sweep':
    case 'threads': {
      const reading = desk.reading(given.limit);
      slack.faults.setLag(given.lag);
      if (given.kind === 'look') await pullIncident(reading, incident);
      else if (given.kind === 'fill') await backfillIncident(reading, incident);
      else if (given.kind === 'sweep') await sweepIncident(reading, incident);
      else await readThreads(reading, incident, 2);
      slack.faults.setLag(0);
      return;
    }
    default:
  }
  if (pick === undefined) return;
  clock.jump(1);
  const { ts, threadTs } = pick;
  try {
    if (given.kind === 'edit') slack.edit(channel.id, ts, `edited ${given.n} at ${clock.now()}`);
    if (given.kind === 'delete') slack.remove(channel.id, ts);
    if (given.kind === 'pin') person.pin(channel.id, ts);
    if (given.kind === 'react') person.react(channel.id, ts, given.emoji);
    if (given.kind === 'unreact') person.unreact(channel.id, ts, given.emoji);
    if (given.kind === 'reply') {
      const { broadcast } = given;
      person.reply(channel.id, threadTs ?? ts, `reply ${given.n}`, { broadcast });
    }
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
  }
}

/** A message as both sides must see it. */
const inSlack = (desk: MirrorDesk, { ts, user, text, threadTs, edited, reactions }: Message) => ({
  ts,
  author: user,
  text,
  thread: threadTs,
  edited: edited !== null,
  reactions: reactions.map(({ name, users }) => ({ name, users, count: users.length })),
  pinned: desk.channel.pins.some((pin) => pin.ts === ts),
});
const mirrored = ({ ts, author, text, thread, edited, reactions, pinned }: SlackMessage) => ({
  ts,
  author,
  text,
  thread,
  edited,
  reactions,
  pinned,
});

test('whatever people do and however it is read, in the calm the mirror is what Slack shows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 25, maxLength: 90, size: 'max' }),
      async (steps) => {
        const desk = startMirrorDesk();
        try {
          const seen = new Map<string, string>();
          for (const given of steps) {
            await take(desk, given);
            for (const { ts, text } of desk.mirror()) if (text !== '') seen.set(ts, text);
          }
          desk.slack.faults.clear();
          desk.clock.jump(2 * MINUTE);
          await pullIncident(desk.reading(5), desk.incident);
          expect(await walkIncident(desk.reading(5), desk.incident)).toMatchObject({ ok: true });
          const standing = desk.channel.messages.filter(({ tombstone }) => !tombstone);
          const talk = standing.filter(
            ({ subtype }) => subtype === null || subtype === 'thread_broadcast',
          );
          const mirror = desk.mirror();
          const shown = mirror.filter(({ gone, kind }) => !gone && kind === 'message');
          expect(shown.map(mirrored)).toEqual(talk.map((message) => inSlack(desk, message)));
          // What is gone from Slack is here, marked, with what it said last.
          for (const { ts, text, gone } of mirror) {
            expect(gone).toBe(!standing.some((message) => message.ts === ts));
            if (gone && seen.has(ts)) expect(text).toBe(seen.get(ts));
          }
          for (const ts of seen.keys()) expect(desk.message(ts)).not.toBeNull();
          expect(incidentsWithGaps(desk.db())).toEqual([]);
          expect(rangesOf(desk.db(), desk.channel.id)).toHaveLength(1);
        } finally {
          desk.stop();
        }
      },
    ),
    { numRuns: Number(process.env.MIRROR_RUNS ?? 25) },
  );
});
