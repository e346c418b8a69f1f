import { type Answer, SlackError } from './answer.ts';
import type { Arguments } from './arguments.ts';
import { authMethods } from './auth-methods.ts';
import { chatMethods } from './chat-methods.ts';
import { conversationMethods } from './conversation-methods.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { historyMethods } from './history-methods.ts';
import { createLimits, type LimitMode } from './limits.ts';
import type { Channel, Clock } from './model.ts';
import { type People, peopleIn } from './people.ts';
import { type ReadSeed, readSeed, type SeedInput } from './seed.ts';
import { userMethods } from './user-methods.ts';
import type { MethodEntry, World } from './world.ts';

export type WorkspaceOptions = {
  readonly seed: SeedInput;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** `off` by default: most tests are not about limits. */
  readonly limits?: LimitMode;
  /** Slack does not publish its bound on metadata; in characters of JSON. */
  readonly metadataMax?: number;
};

const METHODS: ReadonlyMap<string, MethodEntry> = new Map(
  Object.entries({
    ...authMethods,
    ...userMethods,
    ...conversationMethods,
    ...historyMethods,
    ...chatMethods,
  }),
);

/** A reply as it goes over the wire. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What became of a call: a reply, or a network that failed before or after Slack did its part. */
export type Outcome =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'drop' }
  | { readonly kind: 'hang' };

/** A call that came in, for tests to count. */
export type Recorded = {
  readonly method: string;
  readonly token: string;
  readonly at: number;
  readonly outcome: string;
};

const CALLS_KEPT = 10_000;

export type Workspace = People & {
  readonly call: (method: string, token: string | null, args: Arguments) => Outcome;
  readonly faults: Faults;
  readonly calls: readonly Recorded[];
  /** Everything as it was seeded. */
  readonly reset: () => void;
};

/** A local Slack workspace, to be served over HTTP or called in process. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  const { clock, random } = options;
  const faults = createFaults();
  const limits = createLimits(clock, options.limits ?? 'off');
  const seed = readSeed(options.seed);
  const calls: Recorded[] = [];
  const world: World = {
    clock,
    random,
    team: seed.team,
    users: new Map(),
    channels: new Map(),
    tokens: new Map(),
    metadataMax: options.metadataMax ?? 8_000,
    lag: faults.lag,
  };
  plant(world, seed);

  const settle = (method: string, token: string | null, args: Arguments): Reply => {
    const found = token === null ? undefined : world.tokens.get(token);
    const limited = found === undefined ? null : limits.take(found.app, method, args);
    if (limited !== null) return limitedReply(limited);
    return json(200, answerTo(world, method, token, args), found?.scopes);
  };

  const outcomeOf = (method: string, token: string | null, args: Arguments): Outcome => {
    const fault = faults.next(method);
    if (fault === null) return { kind: 'reply', reply: settle(method, token, args) };
    return suffer(fault, () => settle(method, token, args));
  };

  return {
    call: (method, token, args) => {
      const outcome = outcomeOf(method, token, args);
      const told = outcome.kind === 'reply' ? outcomeName(outcome.reply) : outcome.kind;
      calls.push({ method, token: token ?? '', at: clock.now(), outcome: told });
      if (calls.length > CALLS_KEPT) calls.shift();
      return outcome;
    },
    faults,
    calls,
    reset: () => {
      plant(world, readSeed(options.seed));
      faults.clear();
      calls.length = 0;
    },
    ...peopleIn(world),
  };
}

function plant(world: World, seed: ReadSeed): void {
  world.users.clear();
  world.channels.clear();
  world.tokens.clear();
  for (const user of seed.users) world.users.set(user.id, user);
  for (const token of seed.tokens) world.tokens.set(token.token, token);
  const creator = seed.users[0]?.id ?? 'USLACKBOT';
  for (const [i, { id, name, topic, purpose, isPrivate }] of seed.channels.entries()) {
    const channel: Channel = {
      id: id ?? `C0LOCAL${String(i + 1).padStart(4, '0')}`,
      name,
      isPrivate,
      creator,
      created: Math.floor(world.clock.now() / 1000),
      isArchived: false,
      topic,
      purpose,
      members: new Set(seed.users.filter((user) => !user.isBot).map((user) => user.id)),
      messages: [],
      lastTs: 0,
    };
    world.channels.set(channel.id, channel);
  }
}

/** Runs a method: unknown ones, bad tokens and missing scopes are refused as Slack refuses them. */
function answerTo(world: World, method: string, given: string | null, args: Arguments): Answer {
  const entry = METHODS.get(method);
  if (entry === undefined) return { ok: false, error: 'unknown_method', req_method: method };
  if (given === null || given === '') return { ok: false, error: 'not_authed' };
  const token = world.tokens.get(given);
  if (token === undefined) return { ok: false, error: 'invalid_auth' };
  if (token.ended !== null) return { ok: false, error: token.ended };
  if (entry.scopes.length > 0 && !entry.scopes.some((scope) => token.scopes.includes(scope))) {
    const needed = entry.scopes.join(',');
    return { ok: false, error: 'missing_scope', needed, provided: token.scopes.join(',') };
  }
  try {
    return { ok: true, ...entry.run({ world, token, args }) };
  } catch (cause) {
    if (cause instanceof SlackError) return { ok: false, error: cause.code, ...cause.extra };
    throw cause;
  }
}

/** The shape a fault gives to a call. `settle` lets Slack do its part after all. */
function suffer(fault: Fault, settle: () => Reply): Outcome {
  switch (fault.kind) {
    case 'limited':
      return { kind: 'reply', reply: limitedReply(fault.retryAfter ?? 1) };
    case 'status':
      return { kind: 'reply', reply: { status: fault.status ?? 503, headers: {}, body: 'Oops' } };
    case 'error':
      return {
        kind: 'reply',
        reply: json(200, { ok: false, error: fault.error ?? 'fatal_error' }),
      };
    case 'drop-before':
      return { kind: 'drop' };
    case 'drop-after':
      settle();
      return { kind: 'drop' };
    case 'hang':
      return { kind: 'hang' };
    case 'html': {
      const headers = { 'content-type': 'text/html' };
      return {
        kind: 'reply',
        reply: { status: 200, headers, body: '<html>Welcome to Hotel</html>' },
      };
    }
    case 'redirect': {
      const headers = { location: 'http://127.0.0.1:9/login' };
      return { kind: 'reply', reply: { status: 302, headers, body: '' } };
    }
  }
}

function json(status: number, answer: Answer, scopes?: readonly string[]): Reply {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(scopes === undefined ? {} : { 'x-oauth-scopes': scopes.join(',') }),
    },
    body: JSON.stringify(answer),
  };
}

function limitedReply(seconds: number): Reply {
  const reply = json(429, { ok: false, error: 'ratelimited' });
  return { ...reply, headers: { ...reply.headers, 'retry-after': String(seconds) } };
}

function outcomeName(reply: Reply): string {
  if (reply.status !== 200) return String(reply.status);
  return /"error":"([a-z_]+)"/.exec(reply.body)?.[1] ?? 'ok';
}
