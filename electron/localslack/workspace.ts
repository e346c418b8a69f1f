import { type Arguments, text } from './arguments.ts';
import { createFaults, type Faults } from './faults.ts';
import { createLimits, historyMax, type LimitMode, type Limits, type WaitForm } from './limits.ts';
import { answerTo, scopesOf } from './methods.ts';
import type { Clock } from './model.ts';
import { jsonReply, limitedReply, suffered, waitInHeader } from './outcome.ts';
import { type People, peopleIn } from './people.ts';
import { plant } from './planting.ts';
import { answered, type Outcome, type Reply } from './reply.ts';
import { type ReadCall, readCall, type WireRequest } from './request.ts';
import { routeOf } from './routes.ts';
import { readSeed, type SeedInput } from './seed.ts';
import type { MetadataPayload, MetadataRules, PersonMetadata, World } from './world.ts';

export type WorkspaceOptions = {
  readonly seed: SeedInput;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** `off` by default: most tests are not about limits. */
  readonly limits?: LimitMode;
  /** How a limit says how long to wait; `seconds` by default. */
  readonly retryAfter?: WaitForm;
  /** Slack does not publish its bound on metadata; in characters of JSON. */
  readonly metadataMax?: number;
  /** `kept` by default. */
  readonly personMetadata?: PersonMetadata;
  /** `strict` by default. */
  readonly metadataPayload?: MetadataPayload;
};

/** A call that came in, for tests to count. */
export type Recorded = {
  readonly method: string;
  readonly token: string;
  readonly at: number;
  /** `ok`, Slack's code, an HTTP status, `drop` or `hang`. */
  readonly outcome: string;
  /** Seconds the caller was told to wait, or null. */
  readonly retryAfter: number | null;
};

const CALLS_KEPT = 10_000;
const METADATA_MAX = 8_000;

export type Workspace = People & {
  /** Takes a request in, to the API or to another address of Slack's, and says what becomes of it. */
  readonly serve: (request: WireRequest) => Outcome;
  /** The same for a call of the API that was read already. */
  readonly handle: (call: ReadCall) => Outcome;
  readonly faults: Faults;
  readonly limits: Limits;
  readonly metadata: MetadataRules;
  /** The latest calls, the last one last. */
  readonly calls: readonly Recorded[];
  /** Everything as it was seeded and set at the start; a clock stays where it is. */
  readonly reset: () => void;
  /** The workspace's time, in ms since 1970. */
  readonly now: () => number;
  /** Resolves after some ms of the workspace's clock. */
  readonly wait: (ms: number) => Promise<void>;
};

/** A local Slack workspace, to be served over HTTP or called in process. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { clock, random, limits: mode = 'off' } = options;
  const faults = createFaults();
  const limits = createLimits(clock, mode);
  const seed = readSeed(options.seed);
  const calls: Recorded[] = [];
  const lastReply = new Map<string, Reply>();
  const waitForm = options.retryAfter ?? 'seconds';
  const world: World = {
    clock,
    random,
    team: seed.team,
    users: new Map(),
    channels: new Map(),
    directs: new Map(),
    tokens: new Map(),
    files: new Map(),
    uploads: new Map(),
    apps: new Map(),
    codes: new Map(),
    refreshes: new Map(),
    signedIn: { user: null },
    metadata: rulesIn(options),
    get historyMax() {
      return historyMax(limits.mode());
    },
  };
  plant(world, seed);

  const settle = (call: ReadCall, lag: number): Reply => {
    const found = world.tokens.get(call.token ?? '');
    const app = found?.app ?? null;
    const wait = app === null ? null : limits.take(app, call.method, atChannel(world, call.args));
    if (wait !== null) {
      return { ...limitedReply(waitInHeader(wait, waitForm, clock.now())), retryAfter: wait };
    }
    // Without a lag everything shows, even what was written before a clock was set back.
    const asOf = lag === 0 ? Number.POSITIVE_INFINITY : clock.now() - lag;
    const answer = call.refusal ?? answerTo(world, { ...call, asOf });
    const asked = scopesOf(call.method)?.[found?.botId === null ? 'user' : 'bot'];
    return jsonReply(answer, {
      ...(found === undefined ? {} : { has: found.scopes }),
      ...(asked === undefined ? {} : { asked }),
    });
  };

  const undergo = (named: Undergone, reply: (lag: number) => Reply): Outcome => {
    const fault = faults.next(named.method, named.token);
    const lag = fault?.kind === 'stale' ? fault.ms : faults.lag();
    const key = `${named.method} ${named.token} ${text(named.args, 'channel')}`;
    const settled = () => {
      const made = reply(lag);
      if (PAGED.has(named.method) && made.told === 'ok') lastReply.set(key, made);
      return made;
    };
    const before = () => lastReply.get(key) ?? null;
    const outcome =
      fault === null
        ? answered(settled())
        : suffered(fault, { settle: settled, before, random, now: clock.now });
    calls.push(recorded(named, clock.now(), outcome));
    if (calls.length > 2 * CALLS_KEPT) calls.splice(0, CALLS_KEPT);
    return outcome;
  };

  const handle = (call: ReadCall) => undergo(call, (lag) => settle(call, lag));

  return {
    handle,
    serve: (request) => {
      const route = routeOf(world, request);
      return route === null ? handle(readCall(request)) : undergo(route, route.reply);
    },
    faults,
    limits,
    metadata: world.metadata,
    calls,
    reset: () => {
      plant(world, readSeed(options.seed));
      faults.clear();
      limits.clear();
      limits.setMode(mode);
      Object.assign(world.metadata, rulesIn(options));
      lastReply.clear();
      calls.length = 0;
    },
    now: () => clock.now(),
    wait: (ms) => new Promise((resolve) => clock.after(ms, () => resolve())),
    ...peopleIn(world),
  };
}

const rulesIn = (options: WorkspaceOptions): MetadataRules => ({
  max: options.metadataMax ?? METADATA_MAX,
  person: options.personMetadata ?? 'kept',
  payload: options.metadataPayload ?? 'strict',
});

/** A call's arguments with its channel by id: one budget, whichever name it is called by. */
function atChannel(world: World, args: Arguments): Arguments {
  const given = text(args, 'channel') ?? '';
  if (given === '' || world.channels.has(given)) return args;
  const name = given.replace(/^#/, '');
  const named = [...world.channels.values()].find((channel) => channel.name === name);
  return named === undefined ? args : { ...args, channel: named.id };
}

/** What a fault is aimed at, and what is counted. */
type Undergone = Pick<ReadCall, 'method' | 'token'> & { readonly args: Arguments };

/** What comes in pages of messages, which a fault may give again. */
const PAGED = new Set(['conversations.history', 'conversations.replies']);

function recorded({ method, token }: Undergone, at: number, outcome: Outcome): Recorded {
  const reply = outcome.kind === 'reply' ? outcome.reply : null;
  return {
    method,
    token: token ?? '',
    at,
    outcome: reply?.told ?? outcome.kind,
    retryAfter: reply?.retryAfter ?? null,
  };
}
