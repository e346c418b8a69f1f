import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IncidentId, newUlid } from '#shared/base/ids.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/commands.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import type { QueryInput, QueryName, QueryOutput } from '#shared/contract/queries.ts';
import { type Engine, startEngine } from '../engine.ts';
import type { EnginePorts, LogLine } from '../ports.ts';
import { createClock, type FakeClock } from './clock.ts';
import { seededRandom } from './random.ts';

/** A desktop in a test: the real engine on a real file, with time and chance in the test's hands. */
export type Desktop = {
  readonly engine: Engine;
  readonly clock: FakeClock;
  readonly profile: string;
  readonly events: ContractEvent[];
  readonly log: LogLine[];
  /** A new id, as a page would mint it. */
  readonly id: () => string;
  readonly command: <N extends CommandName>(
    name: N,
    input: CommandInput<N>,
  ) => Promise<CommandOutput<N>>;
  readonly query: <N extends QueryName>(name: N, input: QueryInput<N>) => Promise<QueryOutput<N>>;
  /** What a refused command or query says. */
  readonly refusal: (
    kind: 'command' | 'query',
    name: string,
    input: unknown,
  ) => Promise<ContractError>;
  readonly declare: (name: string) => Promise<IncidentId>;
  readonly stop: () => Promise<void>;
};

export type DesktopOptions = Partial<
  Pick<
    EnginePorts,
    | 'profile'
    | 'loginName'
    | 'fetch'
    | 'secrets'
    | 'zone'
    | 'slackApiUrl'
    | 'slackClientId'
    | 'openReturn'
    | 'newestLog'
    | 'log'
    | 'gitHubSecrets'
    | 'gitHubApiUrl'
    | 'folderDisk'
  >
> & {
  readonly seed?: number;
  readonly clock?: FakeClock;
};

/** A folder that is gone when the test ends: pass it to `desktop` to start twice on one profile. */
export function temporaryProfile(): { readonly profile: string; readonly remove: () => void } {
  const profile = mkdtempSync(join(tmpdir(), 'quarterdeck-'));
  return { profile, remove: () => rmSync(profile, { recursive: true, force: true }) };
}

/** Secrets that last as long as the test. */
export function memorySecrets(token: string | null = null): EnginePorts['secrets'] {
  let held = token;
  return {
    keeping: 'session',
    load: async () => held,
    save: async (given) => {
      held = given;
    },
    clear: async () => {
      held = null;
    },
  };
}

const noNetwork: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));

export async function startDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const clock = options.clock ?? createClock();
  const random = seededRandom(options.seed ?? 1);
  const temporary = options.profile === undefined ? temporaryProfile() : null;
  const profile = options.profile ?? temporary?.profile ?? '';
  const log: LogLine[] = [];
  const started = await startEngine({
    clock,
    random,
    profile,
    secrets: options.secrets ?? memorySecrets(),
    fetch: options.fetch ?? noNetwork,
    slackApiUrl: options.slackApiUrl ?? null,
    log: (line) => {
      log.push(line);
      options.log?.(line);
    },
    ...(options.newestLog === undefined ? {} : { newestLog: options.newestLog }),
    loginName: options.loginName ?? 'ana',
    zone: options.zone ?? (() => 'UTC'),
    version: '0.0.0-test',
    ...(options.slackClientId === undefined ? {} : { slackClientId: options.slackClientId }),
    ...(options.gitHubSecrets === undefined ? {} : { gitHubSecrets: options.gitHubSecrets }),
    ...(options.folderDisk === undefined ? {} : { folderDisk: options.folderDisk }),
    ...(options.gitHubApiUrl === undefined ? {} : { gitHubApiUrl: options.gitHubApiUrl }),
    ...(options.openReturn === undefined ? {} : { openReturn: options.openReturn }),
  });
  if (!started.ok) throw new Error(started.error.message);
  const engine = started.value;
  const events: ContractEvent[] = [];
  engine.subscribe((event) => events.push(event));
  const stop = async () => {
    const stopped = engine.stop();
    await clock.advance(5_000);
    await stopped;
    temporary?.remove();
  };
  return { engine, clock, profile, events, log, stop, ...talk(engine, clock, random, log) };
}

type Talk = Pick<Desktop, 'id' | 'command' | 'query' | 'refusal' | 'declare'>;

function talk(engine: Engine, clock: FakeClock, random: () => number, log: LogLine[]): Talk {
  const id = () => newUlid({ now: clock.now, random });
  const ask = async (kind: 'command' | 'query', name: string, input: unknown) => {
    const reply = await engine.handle({ id: 1, kind, name, input });
    if (reply.type === 'result') return reply.output;
    throw new Error(`${name} was refused: ${JSON.stringify([reply, log.at(-1)])}`);
  };
  return {
    id,
    command: async (name, input) => (await ask('command', name, input)) as never,
    query: async (name, input) => (await ask('query', name, input)) as never,
    refusal: async (kind, name, input) => {
      const reply = await engine.handle({ id: 1, kind, name, input });
      if (reply.type === 'error') return reply.error;
      throw new Error(`${name} was not refused`);
    },
    declare: async (name) => {
      const incident = id() as IncidentId;
      await ask('command', 'incident.declare', { incident, name });
      return incident;
    },
  };
}
