import { RETURN_PORTS, returnAddress } from '#shared/domain/slack-app.ts';
import { loadParts } from '../engine/postmortem/parts.ts';
import '#shared/post-mortem/readiness.ts';
import type { SeedInput } from '../localslack/seed.ts';
import { createWorkspace } from '../localslack/workspace.ts';
import type { PersonMetadata } from '../localslack/world.ts';
import { actAtDesk, actInSlack, askFor } from './acts.ts';
import { calm } from './calm.ts';
import { type Chance, chanceOf } from './chance.ts';
import { checkAll } from './checks.ts';
import { createChronicle } from './chronicle.ts';
import { createDesk } from './desk.ts';
import { CALL_FAULTS, type CallFault, type Fault } from './faults.ts';
import { createNetwork } from './network.ts';
import { makeRoot } from './profile-files.ts';
import { CLIENT_ID } from './sign-ins.ts';
import { slackTruth } from './slack-truth.ts';
import { createSpells } from './spells.ts';
import { hit, type Stage } from './stage.ts';
import { createTimeline } from './timeline.ts';
import type { Weather } from './weather.ts';
import { writeAtDesk } from './writing.ts';

export type SimulationOptions = {
  readonly seed: number;
  readonly desktops: number;
  /** How many things people do at their desktops. */
  readonly ops: number;
  readonly faults: readonly Fault[];
  /** Given every event as a line. */
  readonly trace?: (line: string) => void;
};

export type Report = {
  readonly seed: number;
  /** Of everything that happened: the same seed gives the same hash. */
  readonly hash: string;
  readonly failures: readonly string[];
  readonly counts: {
    /** Ops that were confirmed to a person. */
    readonly acked: number;
    /** Calls to Slack. */
    readonly calls: number;
    /** Copies of ops in Slack that nobody needs. */
    readonly spare: number;
    /** Simulated time. */
    readonly minutes: number;
  };
  /** How often each fault hit. */
  readonly faults: { readonly [fault: string]: number };
  /** How often each command was answered how. */
  readonly answers: { readonly [answer: string]: number };
};

/** Runs one seed from its beginning to its last calm. */
export async function simulate(options: SimulationOptions): Promise<Report> {
  // The engine loads them on first use, and a file takes real time.
  await loadParts();
  const { root, remove } = makeRoot();
  try {
    return await simulateIn(root, options);
  } finally {
    remove();
  }
}

async function simulateIn(root: string, options: SimulationOptions): Promise<Report> {
  const stage = setUp(root, options);
  const { timeline, chronicle, desks } = stage;
  const begun = timeline.now();
  const spells = createSpells(stage);
  for (const desk of desks) await desk.start();
  for (const part of [1, 2]) {
    await play(stage, spells, Math.ceil(options.ops / 2), Math.ceil(options.ops / 60));
    await calm(stage, spells);
    if (chronicle.failures.length === 0) checkAll(stage);
    chronicle.note(timeline.now(), 'after calm', part);
    if (chronicle.failures.length > 0) break;
  }
  for (const desk of desks) void desk.quit();
  await timeline.advance(5_000);
  const { ops, spare } = slackTruth(stage.slack);
  chronicle.note('ops', ops.size);
  return {
    seed: options.seed,
    hash: chronicle.hash(),
    failures: chronicle.failures,
    counts: {
      acked: stage.acked.size,
      calls: stage.network.calls(),
      spare: spare + stage.takenAway.length,
      minutes: Math.round((timeline.now() - begun) / 60_000),
    },
    faults: Object.fromEntries([...stage.faultsHit].sort()),
    answers: Object.fromEntries([...stage.answers].sort()),
  };
}

/** Messages of a page, as the engine asks for them at least. */
const PAGE = 100;
/** Messages of a page where Slack gives fewer than it is asked for. */
const SHORT_PAGE = 9;

/** Everything but the desktops' first start. */
function setUp(root: string, { seed, desktops, faults: asked, trace }: SimulationOptions): Stage {
  const chance = chanceOf(seed);
  const faults = chosenFaults(asked, chance.fork('faults'));
  const timeline = createTimeline();
  const chronicle = createChronicle(trace ?? null);
  const faultsHit = new Map<Fault, number>();
  const people = Array.from({ length: desktops }, (_, i) => personAt(i));
  const slack = createWorkspace({
    seed: teamOf(people, faults.includes('rotation') ? chance.fork('rotation') : null),
    clock: timeline,
    random: chance.fork('slack').random,
    limits: faults.includes('budget') ? 'slack' : 'off',
    personMetadata: metadataOf(faults, chance.fork('metadata')),
  });
  for (const fault of ['budget', 'short-pages', 'no-metadata'] as const) {
    if (faults.includes(fault)) hit({ faultsHit }, fault);
  }
  const pageMax = faults.includes('short-pages') ? SHORT_PAGE : null;
  const takenAway: string[] = [];
  const network = createNetwork({
    timeline,
    slack,
    chance: chance.fork('network'),
    chronicle,
    pageMax,
    hit: (fault) => hit({ faultsHit }, fault),
    takenAway,
  });
  const requeued = new Set<string>();
  const heard = (desk: string, line: { level: string; event: string; detail?: unknown }) => {
    const words = `${line.event} ${JSON.stringify(line.detail ?? {})}`;
    chronicle.note(timeline.now(), desk, line.level, words);
    // Sent once more, behind what came later.
    if (line.event === 'slack.posts-lost') {
      for (const op of lostIn(line.detail)) requeued.add(op);
    }
    if (line.level === 'error' && line.event !== TOLD_BY_PAGE) {
      chronicle.fail(`${desk} logs an error: ${words}`);
    }
  };
  const world = { root, timeline, network, chance: chance.fork('desks'), chronicle, heard };
  const desks = people.map((person) => createDesk(world, person));
  return {
    timeline,
    slack,
    network,
    desks,
    faults,
    page: pageMax ?? PAGE,
    chance: chance.fork('people'),
    chronicle,
    acked: new Map(),
    tookBack: new Set(),
    requeued,
    takenAway,
    written: new Map(),
    faultsHit,
    answers: new Map(),
  };
}

/** Not of the engine: a page says that it failed, and here all that a page can say is said at random. */
const TOLD_BY_PAGE = 'page.failed';

const lostIn = (detail: unknown): readonly string[] =>
  String((detail as { readonly ops?: string } | undefined)?.ops ?? '').split(',');

const metadataOf = (faults: readonly Fault[], chance: Chance): PersonMetadata => {
  if (!faults.includes('no-metadata')) return 'kept';
  return chance.maybe(0.5) ? 'dropped' : 'refused';
};

/** So few faults are all wanted in each run. */
const FEW = 4;

/**
 * Of many faults each run has some: all at once would hide one behind the other.
 * @see Groce et al., "Swarm Testing" (2012)
 */
function chosenFaults(asked: readonly Fault[], chance: Chance): readonly Fault[] {
  return asked.length <= FEW ? asked : asked.filter(() => chance.maybe(0.5));
}

const NAMES = ['ana', 'ben', 'cleo', 'dan', 'eve', 'fay', 'gil', 'hana'];

function personAt(i: number): { name: string; user: string; token: string } {
  const name = NAMES[i] ?? `p${i}`;
  return { name, user: `U0${name.toUpperCase().padEnd(9, '0')}`, token: `xoxp-${name}` };
}

/** @param rotation draws how long tokens last; null where nobody signs in through an app */
function teamOf(
  people: readonly ReturnType<typeof personAt>[],
  rotation: Chance | null,
): SeedInput {
  const app = { client_id: CLIENT_ID, redirect_uris: RETURN_PORTS.map(returnAddress) };
  return {
    slack: {
      team: { id: 'T0ACME00001', name: 'Acme', domain: 'acme' },
      users: people.map(({ name, user }) => ({ id: user, name })),
      channels: [{ id: 'C0GENERAL01', name: 'general' }],
      oauth_apps: rotation === null ? [] : [{ ...app, token_seconds: rotation.between(20, 240) }],
      tokens: people.map(({ name, token }) => ({ token, user: name })),
    },
  };
}

/** What hits single calls, or is so from the beginning. */
const NO_SPELLS: readonly Fault[] = [...CALL_FAULTS, 'budget', 'short-pages', 'no-metadata'];

/** People work, and things go wrong. */
async function play(
  stage: Stage,
  spells: ReturnType<typeof createSpells>,
  acts: number,
  incidentsMax: number,
): Promise<void> {
  const { timeline, network, desks, chance, faults } = stage;
  network.setWeather(weatherOf(faults, chance));
  const writing = chance.fork(`writing ${timeline.now()}`);
  const lasting = faults.filter((fault) => !NO_SPELLS.includes(fault));
  for (let done = 0; done < acts; ) {
    await timeline.advance(gap(chance));
    spells.tendDown();
    if (lasting.length > 0 && chance.maybe(0.08)) spells.begin(chance.pick(lasting));
    if (chance.maybe(0.12)) actInSlack(stage);
    const desk = chance.pick(desks);
    done += 1;
    if (desk.state() !== 'running' || desk.clock.asleep()) continue;
    actAtDesk(stage, desk, incidentsMax);
    if (writing.maybe(0.15)) writeAtDesk(stage, desk, writing);
    if (chance.maybe(0.02)) {
      askFor(stage, desk, { kind: 'command', name: 'sync.retry', input: {} });
    }
  }
}

/** People come in bursts: mostly at once, now and then after a while. */
const gap = (chance: Chance): number =>
  chance.maybe(0.05) ? chance.between(2_000, 20_000) : chance.between(0, 1_500);

function weatherOf(faults: readonly Fault[], chance: Chance): Weather {
  const asked = CALL_FAULTS.filter((fault) => faults.includes(fault));
  // A few alone may hit often; all together they would let nothing through.
  const usual = asked.length <= FEW ? 0.1 : 0.02;
  const heavy = chance.maybe(0.15) ? 0.1 : usual;
  const weather: { [F in CallFault]?: number } = {};
  for (const fault of asked) weather[fault] = heavy * chance.random();
  return weather;
}
