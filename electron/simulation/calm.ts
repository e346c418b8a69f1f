import { askFor } from './acts.ts';
import type { Desk } from './desk.ts';
import { type SlackTruth, slackTruth } from './slack-truth.ts';
import { connect, type Spells } from './spells.ts';
import type { Stage } from './stage.ts';
import { missingMessages, missingOps, unannounced, unsent } from './visible.ts';
import { isAllLogged } from './writing.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** Longest time in which all must be well again. */
const BOUND = 120 * MINUTE;
/** Where nothing has moved for so long, nothing will. */
const STANDSTILL = 25 * MINUTE;
/** How often people look after their desktops. */
const TEND_EVERY = 8 * SECOND;
const LOOK_EVERY = 2 * SECOND;
/** What follows once all is sent: topics, announcements. */
const SEQUEL = 40 * SECOND;

/**
 * Mends everything and lets time run until every desktop has sent all it had and read all there is.
 * Not to get there is a failure.
 */
export async function calm(stage: Stage, spells: Spells): Promise<void> {
  const { timeline, network, slack, desks, chronicle } = stage;
  chronicle.note(timeline.now(), 'calm');
  network.setWeather({});
  slack.faults.clear();
  spells.endAll();
  for (const desk of desks) {
    desk.offline.clear();
    desk.clock.wake();
  }
  // Quits under way come to their end.
  await timeline.advance(5 * SECOND);
  for (const desk of desks) {
    desk.killAfter(Number.POSITIVE_INFINITY);
    await desk.start();
  }
  const begun = timeline.now();
  let truth = slackTruth(slack);
  let seen = '';
  let moved = begun;
  let tended = Number.NEGATIVE_INFINITY;
  while (!(await staysQuiet(stage, truth))) {
    truth = slackTruth(slack);
    if (timeline.now() - tended >= TEND_EVERY) {
      tended = timeline.now();
      for (const desk of desks) await tend(stage, spells, desk, truth);
    }
    await timeline.advance(LOOK_EVERY);
    const state = stateOf(stage);
    if (state !== seen) {
      seen = state;
      moved = timeline.now();
      truth = slackTruth(slack);
    }
    const isLate = timeline.now() - begun > BOUND || timeline.now() - moved > STANDSTILL;
    if (isLate) {
      chronicle.fail(`never recovered: ${await whatIsLeft(stage, truth)}`);
      return;
    }
  }
}

/** Whether all is well, and still is when what follows has had its time. */
async function staysQuiet(stage: Stage, truth: SlackTruth): Promise<boolean> {
  if (!isQuiet(stage, truth)) return false;
  const state = stateOf(stage);
  await stage.timeline.advance(SEQUEL);
  return stateOf(stage) === state && isQuiet(stage, slackTruth(stage.slack));
}

/**
 * Who acted with another's account may have changed what their own cannot see. Somebody in the
 * channel invites them, as they are told to ask for.
 */
function inviteWhereNeeded(desk: Desk, truth: SlackTruth): void {
  const account = desk.stored().account();
  for (const { incident } of desk.stored().waiting()) {
    for (const channel of truth.homes.get(incident) ?? []) {
      if (account !== null && channel.isPrivate) channel.members.add(account);
    }
  }
}

/** What was done to an incident whose declaration was taken back is taken back too, as it is told. */
function discardOrphans(stage: Stage, desk: Desk): void {
  const known = new Set(desk.stored().incidents());
  const orphans = desk
    .stored()
    .waiting()
    .filter(({ state, incident }) => state === 'parked' && !known.has(incident));
  for (const incident of new Set(orphans.map((row) => row.incident))) {
    if (!stage.tookBack.has(desk.name)) continue;
    askFor(stage, desk, { kind: 'command', name: 'queue.discard', input: { incident } });
  }
}

const leftAt = (desk: Desk) => [desk.stored().waitingCount(), desk.stored().headlines().length];

/** In short, what changes while things get better. */
function stateOf({ slack, desks }: Stage): string {
  const messages = slack.channels().map((channel) => channel.messages.length);
  const kept = desks.map((desk) =>
    desk.state() === 'running' ? [desk.stored().opPlaces().size, ...leftAt(desk)] : [],
  );
  return JSON.stringify([messages, kept]);
}

function isQuiet(stage: Stage, truth: SlackTruth): boolean {
  const { desks } = stage;
  if (desks.some((desk) => desk.state() !== 'running')) return false;
  if (desks.some((desk) => desk.stored().waitingCount() > 0)) return false;
  if (!desks.every(isAllLogged)) return false;
  if (desks.some((desk) => desk.stored().headlines().length > 0)) return false;
  if (desks.some((desk) => desk.stored().account() !== desk.user)) return false;
  if (unannounced(truth, stage.tookBack).length > 0) return false;
  // What Slack took without its freight, or lost, is found out by reading and sent again.
  if (unsent(stage, truth).length > 0) return false;
  if (desks.some((desk) => missingOps(truth, desk).length > 0)) return false;
  return desks.every((desk) => missingMessages(truth, desk, stage.page).length === 0);
}

/** A person sees to their desktop: pastes the token it asks for, retries, opens what is behind. */
async function tend(stage: Stage, spells: Spells, desk: Desk, truth: SlackTruth): Promise<void> {
  await desk.start();
  if (desk.state() !== 'running') return;
  const reply = await desk.ask('query', 'sync', {});
  if (reply?.type !== 'result') return;
  const { state, parked } = reply.output as { state: string; parked: number };
  // What was made with another's account waits for that account.
  const wanted = desk.stored().waiting()[0]?.account ?? desk.user;
  const isOut = state === 'unconnected' || state === 'refused';
  if (isOut || (state !== 'connecting' && desk.stored().account() !== wanted)) {
    connect(stage, desk, spells.tokenOf(wanted));
  }
  if (parked > 0) inviteWhereNeeded(desk, truth);
  if (parked > 0) discardOrphans(stage, desk);
  // A reply that Slack refused is told in the incident, with Retry beside it.
  const refused = desk
    .stored()
    .headlines()
    .some((row) => row.state === 'refused');
  if (parked > 0 || refused) {
    askFor(stage, desk, { kind: 'command', name: 'sync.retry', input: {} });
  }
  const behind = [...missingOps(truth, desk), ...missingMessages(truth, desk, stage.page)];
  const known = desk.stored().incidents();
  const incident = known.find((id) => behind.includes(id));
  if (incident !== undefined) {
    askFor(stage, desk, { kind: 'query', name: 'incident', input: { incident } });
    // What was written in its post-mortem is read while that is open.
    askFor(stage, desk, { kind: 'query', name: 'post-mortem', input: { incident } });
  }
}

async function whatIsLeft(stage: Stage, truth: SlackTruth): Promise<string> {
  const lines = unsent(stage, truth).map(({ id }) => `${id} was confirmed and is not in Slack`);
  for (const desk of stage.desks) {
    if (desk.state() !== 'running') {
      lines.push(`${desk.name} is ${desk.state()}`);
      continue;
    }
    if (!isAllLogged(desk)) lines.push(`${desk.name} wrote in a post-mortem what is in no op`);
    const view = await desk.ask('query', 'sync', {});
    const sync = view?.type === 'result' ? JSON.stringify(view.output) : 'none';
    const waiting = desk.stored().waiting();
    const missing = missingOps(truth, desk);
    const unread = missingMessages(truth, desk, stage.page);
    const untold = desk.stored().headlines();
    const left = waiting.length + missing.length + unread.length + untold.length;
    if (left === 0 && desk.stored().account() === desk.user) continue;
    const [first] = desk.stored().rows('SELECT * FROM outbox ORDER BY seq LIMIT 1');
    const states = [...new Set(waiting.map((row) => row.state))].join('+');
    lines.push(
      `${desk.name} has ${waiting.length} waiting (${states}; first ${JSON.stringify(first)}), misses ${missing.length} ops and ${unread.length} messages, has not told ${untold.length}, of ${[...new Set([...missing, ...unread])].join(' ')}; account ${desk.stored().account()}; sync ${sync}`,
    );
  }
  return lines.join('\n    ');
}
