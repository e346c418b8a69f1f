import { temporaryProfile } from '../engine/testing/desktop.ts';
import { seededRandom } from '../engine/testing/random.ts';
import type { Fault } from '../localslack/faults.ts';
import { auditFolder, auditHeard, auditSlack, checkJournal, type Findings } from './audit.ts';
import { type DeskProcess, startDesk } from './desk-process.ts';
import type { Trace, Work } from './desk-setup.ts';
import { recover } from './recovery.ts';
import { compareDesks } from './second-desk.ts';
import { ANA, BEN, type Cut, createSlackSide, type SlackSide } from './slack-side.ts';

/** How much faster than real time a desk lives: a second and a half are half a minute of its sync. */
const RATE = 40;
const LIFE_MS = 700;

/** What a folder went through. */
export type Biography = {
  kills: number;
  /** Kills over an answer of Slack's, or at a system call. */
  aimed: number;
  promised: number;
  said: number;
  /** Real ms from the start of a process to its first answer, for each start on a used folder. */
  readonly restarts: number[];
  readonly findings: string[];
};

/** How a process ends: at a moment from outside, or by a program that runs it. */
export type Death = {
  /** Real ms after its first answer; when negative, after it was started. */
  readonly after: number;
  /** Runs the desk and may end it earlier. */
  readonly under?: readonly string[];
  readonly work?: Work;
  /** Where Slack has done what it was asked for, and the desk dies over the answer. */
  readonly cut?: AnswerCut;
  /** It begins with an incident of its own, whatever there is. */
  readonly fresh?: boolean;
};

/** At the nth answer to a method, counted from 1, after so many of its bytes. */
export type AnswerCut = { readonly method: string; readonly nth: number; readonly bytes: number };

export type Course = {
  /** Whether everything has to reach Slack after each death; else after some, by chance. */
  readonly restEach?: boolean;
  /** What Slack does to those who come back. */
  readonly faults?: readonly Fault[];
};

/** It works until it dies. */
const WORK: Work = { deeds: 1_000, every: 15, thenStop: false };

/** A folder with its Slack, and what it has promised so far. */
type Place = {
  readonly slack: SlackSide;
  readonly profile: string;
  readonly promised: Trace[];
  /** What people wrote into the channels meanwhile. */
  readonly said: string[];
  readonly story: Biography;
};

/** Starts desks on one folder, one after another, each killed; looks for losses after each. */
export async function lives(
  seed: number,
  deaths: readonly Death[],
  { restEach = false, faults = [] }: Course = {},
): Promise<Biography> {
  const random = seededRandom(seed);
  const { profile, remove } = temporaryProfile();
  const slack = await createSlackSide(seed);
  const story: Biography = { kills: 0, aimed: 0, promised: 0, said: 0, restarts: [], findings: [] };
  const place: Place = { slack, profile, promised: [], said: [], story };
  try {
    for (const [i, death] of deaths.entries()) {
      await oneLife(place, { seed: seed * 1_000 + i, death, random });
      const isLast = i === deaths.length - 1;
      // Not after each: what one life leaves unsent, the next ones have to carry on.
      for (const fault of faults) slack.workspace.faults.add(fault);
      if (restEach || isLast || random() < 0.4) await comeToRest(place, seed * 1_000 + 500 + i);
      if (story.findings.length > 0) break;
    }
    if (story.findings.length === 0) story.findings.push(...(await askSecondDesk(place, seed)));
  } finally {
    await slack.close();
    remove();
  }
  return { ...story, promised: place.promised.length, said: place.said.length };
}

async function oneLife(
  place: Place,
  { seed, death, random }: { seed: number; death: Death; random: () => number },
): Promise<void> {
  const { slack, profile, promised, story } = place;
  const incidents = [...new Set(promised.map((trace) => trace.incident))];
  const desk = startDesk(
    {
      profile,
      slackApiUrl: slack.url,
      token: ANA.token,
      pace: slack.run(RATE),
      seed,
      incidents: death.fresh === true ? [] : incidents,
      work: death.work ?? WORK,
    },
    death.under,
  );
  const chatter = talk(place, desk, random);
  if (death.cut !== undefined) slack.onAnswer(cutting(death.cut, desk));
  if (await die(desk, death)) story.aimed += 1;
  slack.onAnswer(null);
  const { complaint } = await desk.ended;
  await chatter;
  await slack.quiet();
  slack.hold();
  story.kills += 1;
  hear(place, desk, complaint, incidents.length > 0);
  story.findings.push(...auditFolder(profile, promised));
}

/** Tells whether it died before its time was up: over an answer, or at a system call. */
async function die(desk: DeskProcess, { after }: Death): Promise<boolean> {
  // Some die while they start.
  if (after >= 0) await desk.said('up');
  const early = await Promise.race([
    wait(Math.abs(after)).then(() => false),
    desk.ended.then(() => true),
  ]);
  desk.kill();
  return early && !desk.lines.some((line) => line.said === 'stopped');
}

/** Kills the desk over the answer in question; later ones on the same wire are not delivered. */
function cutting({ method, nth, bytes }: AnswerCut, desk: DeskProcess) {
  let seen = 0;
  return (answered: string): Cut | null => {
    if (answered !== method) return null;
    seen += 1;
    return seen === nth ? { after: bytes, reached: desk.kill } : null;
  };
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A random moment: mostly while it works, sometimes while it starts. */
export function randomDeath(random: () => number): Death {
  const after = random() < 0.1 ? -random() * 350 : random() * LIFE_MS;
  return { after };
}

/** Somebody else writes into the incidents' channels while the desk lives. */
async function talk({ slack, said }: Place, desk: DeskProcess, random: () => number) {
  let isOver = false;
  void desk.ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    await wait(20 + random() * 120);
    const channels = slack.workspace
      .channels()
      .filter(({ name, isPrivate }) => name.startsWith('inc-') && !isPrivate);
    const channel = channels[Math.floor(random() * channels.length)];
    if (isOver || channel === undefined) continue;
    const text = `Ben says ${said.length}`;
    slack.workspace.say(BEN.user, channel.id, text);
    said.push(text);
  }
}

/** Takes down what a desk said before it died. */
function hear(place: Place, desk: DeskProcess, complaint: string, isUsed: boolean): void {
  const { promised, story } = place;
  for (const line of desk.lines) {
    if (line.said === 'done') promised.push(line.trace);
    if (line.said === 'up' && isUsed) story.restarts.push(line.sinceProcess);
    if (line.said === 'refused') story.findings.push(`a desk did not start: ${line.message}`);
    if (line.said === 'not-done') {
      story.findings.push(`${line.name} was refused: ${line.code} ${line.message}`);
    }
  }
  // The runner's own words about the kill are no complaint of the desk.
  const words = complaint
    .split('\n')
    .filter((line) => line !== '' && !/^(\+\+\+|strace:)/.test(line));
  if (words.length > 0) story.findings.push(`a desk complained: ${words.slice(0, 5).join(' | ')}`);
}

/** Lets everything reach Slack and looks there. */
async function comeToRest(place: Place, seed: number): Promise<void> {
  const { slack, profile, promised, story } = place;
  const restless = await recover(slack, { profile, person: ANA, seed });
  story.findings.push(
    ...restless,
    ...auditFolder(profile, promised),
    ...checkJournal(profile),
    ...auditSlack(slack.workspace, promised),
  );
}

/** A desk of somebody else's, that has nothing but Slack, ends up with the same. */
async function askSecondDesk({ slack, profile, said }: Place, seed: number): Promise<Findings> {
  const { profile: other, remove } = temporaryProfile();
  try {
    const restless = await recover(slack, { profile: other, person: BEN, seed });
    return [...restless, ...compareDesks(profile, other), ...auditHeard(profile, said)];
  } finally {
    remove();
  }
}
