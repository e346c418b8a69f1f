import { expect, onTestFinished, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import { memorySecrets, startDesktop, temporaryProfile } from '../../engine/testing/desktop.ts';
import { seededRandom } from '../../engine/testing/random.ts';
import type { Fault } from '../../localslack/faults.ts';
import { fetchInto } from '../../localslack/fetch.ts';
import { auditFolder, auditHeard, auditSlack, checkJournal } from '../audit.ts';
import { createDeeds } from '../deeds.ts';
import type { Trace } from '../desk-setup.ts';
import { recover } from '../recovery.ts';
import { compareDesks } from '../second-desk.ts';
import { ANA, BEN, createSlackSide } from '../slack-side.ts';

/** Ways in which an answer is none, or not the one it should be. */
const SPOILT: readonly (readonly [string, Omit<Fault, 'method'>])[] = [
  ['a code that Slack does not have', { kind: 'error', error: 'flux_capacitor_broken' }],
  ['a code that is no word', { kind: 'error', error: '<b>Sorry</b>' }],
  [
    'Slack’s own failure, after it did it',
    { kind: 'error', error: 'internal_error', committed: true },
  ],
  ['a page of the network', { kind: 'html' }],
  ['a way to that page', { kind: 'redirect' }],
  ['503', { kind: 'status', status: 503 }],
  ['500, after it did it', { kind: 'status', status: 500, committed: true }],
  ['no JSON', { kind: 'malformed' }],
  ['half the answer', { kind: 'truncated' }],
  ['a connection that breaks in the answer', { kind: 'broken-off' }],
  ['half of packed bytes', { kind: 'gzip-cut' }],
  ['20 MB', { kind: 'oversize', bytes: 20_000_000 }],
  ['a connection that breaks', { kind: 'drop-before' }],
  ['a connection that breaks, after it did it', { kind: 'drop-after' }],
  ['nothing at all, after it did it', { kind: 'hang', committed: true }],
  ['a limit without a time', { kind: 'limited', retryAfter: null }],
] as readonly (readonly [string, Omit<Fault, 'method'>])[];

test.each(SPOILT)(
  'where Slack answers with %s, all comes through once in the end',
  async (_what, fault) => {
    const { profile, remove } = temporaryProfile();
    const { profile: other, remove: removeOther } = temporaryProfile();
    const slack = await createSlackSide(3);
    onTestFinished(async () => {
      await slack.close();
      remove();
      removeOther();
    });
    const clock = slack.hold();
    const desk = await startDesktop({
      profile,
      clock,
      seed: 4,
      secrets: memorySecrets(ANA.token),
      fetch: fetchInto(slack.workspace),
    });
    const random = seededRandom(11);
    const person = createDeeds(desk.engine, [], { now: clock.now, random });
    const promised: Trace[] = [];
    const said: string[] = [];
    for (let i = 0; i < 24; i++) {
      if (i % 3 === 0) {
        slack.workspace.faults.add({
          ...fault,
          method: '*',
          skip: Math.floor(random() * 4),
        } as Fault);
      }
      const line = await person.next();
      expect(line.said).toBe('done');
      if (line.said === 'done') promised.push(line.trace);
      const channel = slack.workspace
        .channels()
        .find(({ name, isPrivate }) => name.startsWith('inc-') && !isPrivate);
      if (channel !== undefined) {
        said.push(`Ben says ${i} ${i === 9 ? 'x'.repeat(39_900) : ''}`.trim());
        slack.workspace.say(BEN.user, channel.id, said.at(-1) ?? '');
      }
      await clock.advance(Math.floor(random() * 8 * SECOND));
    }
    await desk.stop();
    slack.workspace.faults.clear();
    expect(desk.log.filter(({ level }) => level === 'error')).toEqual([]);
    // What Slack refused with a code waits for a person, who presses Retry.
    const restless = await recover(slack, { profile, person: ANA, seed: 9, retry: true });
    expect({
      restless,
      folder: auditFolder(profile, promised),
      journal: checkJournal(profile),
      slack: auditSlack(slack.workspace, promised),
      heard: auditHeard(profile, said),
    }).toEqual({ restless: [], folder: [], journal: [], slack: [], heard: [] });
    expect(await recover(slack, { profile: other, person: BEN, seed: 10 })).toEqual([]);
    expect(compareDesks(profile, other)).toEqual([]);
  },
);
