import { expect, onTestFinished } from 'vitest';
import { MINUTE } from '#shared/base/duration.ts';
import { temporaryProfile } from '../../engine/testing/desktop.ts';
import { seededRandom } from '../../engine/testing/random.ts';
import { auditFolder, auditHeard, auditSlack, checkJournal } from '../audit.ts';
import { startDesk } from '../desk-process.ts';
import type { Trace } from '../desk-setup.ts';
import { recover } from '../recovery.ts';
import { ANA, BEN, createSlackSide } from '../slack-side.ts';
import { amount, LONG, OPTIONS, TOOLS, testWith } from './options.ts';

/** A second of ours is more than a minute and a half of the desk's. */
const RATE = 100;
const SLEEPS = amount({ few: 2, some: 3, all: 30 });
/**
 * What a desk may ask of Slack in the minute after it woke: about what it asks in any. Posts are not
 * counted: each is a change that somebody made, and goes at the pace of its channel.
 */
const CALLS_MAX = 60;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

testWith(TOOLS.posix)(
  'a computer that sleeps in the middle of anything goes on where it was, and does not rush at Slack',
  async () => {
    const { profile, remove } = temporaryProfile();
    const slack = await createSlackSide(OPTIONS.seed);
    onTestFinished(async () => {
      await slack.close();
      remove();
    });
    const random = seededRandom(OPTIONS.seed);
    const desk = startDesk({
      profile,
      slackApiUrl: slack.url,
      token: ANA.token,
      pace: slack.run(RATE),
      seed: OPTIONS.seed,
      incidents: [],
      work: { deeds: 10_000, every: 20, thenStop: false },
    });
    onTestFinished(() => desk.kill());
    await desk.said('done');
    const said: string[] = [];
    const rushes: number[] = [];
    for (let i = 0; i < SLEEPS; i++) {
      await wait(300 + random() * 500);
      desk.child.kill('SIGSTOP');
      const channel = slack.workspace
        .channels()
        .find(({ name, isPrivate }) => name.startsWith('inc-') && !isPrivate);
      for (let n = 0; n < 30 && channel !== undefined; n++) {
        said.push(`While asleep ${i}.${n}`);
        slack.workspace.say(BEN.user, channel.id, said.at(-1) ?? '');
      }
      await wait(1_500);
      const woken = slack.now();
      desk.child.kill('SIGCONT');
      await wait(MINUTE / RATE + 100);
      const after = slack.workspace.calls.filter(
        ({ at, method }) => method !== 'chat.postMessage' && at >= woken && at < woken + MINUTE,
      );
      rushes.push(after.length);
    }
    desk.kill();
    await desk.ended;
    await slack.quiet();
    const promised: Trace[] = [];
    for (const line of desk.lines) if (line.said === 'done') promised.push(line.trace);
    const restless = await recover(slack, { profile, person: ANA, seed: 3 });
    process.stdout.write(
      `asleep: ${SLEEPS} sleeps of ${(1.5 * RATE) / 60} min, ${promised.length} answered changes, ` +
        `calls in the minute after, but for posts: ${rushes.join(', ')}\n`,
    );
    expect([
      ...restless,
      ...auditFolder(profile, promised),
      ...auditHeard(profile, said),
      ...checkJournal(profile),
      ...auditSlack(slack.workspace, promised),
    ]).toEqual([]);
    expect(Math.max(...rushes)).toBeLessThanOrEqual(CALLS_MAX);
    expect(promised.length).toBeGreaterThan(SLEEPS);
  },
  LONG,
);
