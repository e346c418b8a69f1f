import { join } from 'node:path';
import { ok } from '#shared/base/result.ts';
import type { ContractReply } from '#shared/contract/envelope.ts';
import { type Engine, startEngine } from '../engine/engine.ts';
import type { EnginePorts, LogLine } from '../engine/ports.ts';
import type { Chance } from './chance.ts';
import type { Chronicle } from './chronicle.ts';
import { createDeskClock, type DeskClock } from './desk-clock.ts';
import type { Network } from './network.ts';
import { closeHandles, copyProfile } from './profile-files.ts';
import { readStored, type Stored } from './stored.ts';
import type { Timeline } from './timeline.ts';

/** Somebody with a desktop: the real engine on a real file, in a world that is not real. */
export type Desk = {
  readonly name: string;
  /** Their Slack user. */
  readonly user: string;
  readonly clock: DeskClock;
  readonly state: () => 'running' | 'quitting' | 'down';
  /** Starts the engine; given a number, it is killed at that touch, perhaps before it is up. */
  readonly start: (killAfter?: number) => Promise<void>;
  /** Quits in good order. Resolves when the engine has said so. */
  readonly quit: () => Promise<void>;
  /** Kills the engine at its nth touch from now of the world outside: time, chance, network, log. */
  readonly killAfter: (touches: number) => void;
  /** Asks the engine as a page would; never rejects. Null when it died before it answered. */
  readonly ask: (
    kind: 'command' | 'query',
    name: string,
    input: unknown,
  ) => Promise<ContractReply | null>;
  /** The folder, to be changed only while no engine runs. */
  readonly profile: () => string;
  readonly stored: () => Stored;
  /** Network spells under way: it is online when there is none. */
  readonly offline: Set<string>;
  /** The token in the keychain. */
  readonly keychain: { token: string | null };
};

export type DeskWorld = {
  readonly root: string;
  readonly timeline: Timeline;
  readonly network: Network;
  readonly chance: Chance;
  readonly chronicle: Chronicle;
  /** What the engine says to its log. */
  readonly heard: (desk: string, line: LogLine) => void;
};

/** One process of the engine. */
type Life = {
  alive: boolean;
  touches: number;
  readonly profile: string;
  /** How many there were before it. */
  readonly generation: number;
  engine: Engine | null;
  stored: Stored | null;
  quitting: boolean;
};

const BORN = { alive: true, engine: null, stored: null, quitting: false } as const;

type Person = { readonly name: string; readonly user: string; readonly token: string };

export function createDesk(world: DeskWorld, { name, user, token }: Person): Desk {
  const { timeline, chronicle } = world;
  const clock = createDeskClock(timeline);
  const keychain: Desk['keychain'] = { token };
  const offline = new Set<string>();
  let profile = join(world.root, `${name}-0`);
  let generation = 0;
  let life: Life | null = null;
  let asked = 0;

  const touch = (own: Life): boolean => {
    if (!own.alive) return false;
    own.touches -= 1;
    if (own.touches > 0) return true;
    own.alive = false;
    generation += 1;
    profile = join(world.root, `${name}-${generation}`);
    copyProfile(own.profile, profile);
    chronicle.note(timeline.now(), name, 'killed');
    own.stored?.close();
    if (life === own) life = null;
    // The stack of the killed engine unwinds first.
    timeline.after(0, () => closeHandles(own.profile));
    return false;
  };

  const start: Desk['start'] = async (killAfter = Number.POSITIVE_INFINITY) => {
    if (life !== null) return;
    const own: Life = { ...BORN, touches: killAfter, profile, generation };
    life = own;
    const seen = { name, clock, keychain, offline, touch };
    const started = await startEngine(portsOf(world, seen, own));
    if (!own.alive) return;
    if (!started.ok) {
      own.alive = false;
      life = null;
      chronicle.fail(`${name} could not start: ${started.error.message}`);
      return;
    }
    own.engine = started.value;
    own.stored = readStored(own.profile);
    started.value.subscribe((event) => {
      if (touch(own)) chronicle.note(timeline.now(), name, JSON.stringify(event));
    });
    chronicle.note(timeline.now(), name, 'started', own.stored.device());
  };

  const quit = async (): Promise<void> => {
    const own = life;
    if (own === null || own.engine === null || own.quitting) return;
    own.quitting = true;
    own.stored?.close();
    await own.engine.stop();
    if (!own.alive) return;
    own.alive = false;
    life = null;
    closeHandles(own.profile);
    chronicle.note(timeline.now(), name, 'quit');
  };

  const ask: Desk['ask'] = async (kind, command, input) => {
    const own = life;
    if (own === null || own.engine === null || own.quitting || clock.asleep()) return null;
    asked += 1;
    const reply = await own.engine.handle({ id: asked, kind, name: command, input });
    if (!own.alive) return null;
    const words = reply.type === 'error' ? reply.error.code : reply.type;
    chronicle.note(timeline.now(), name, command, JSON.stringify(input), words);
    return reply;
  };

  return {
    name,
    user,
    clock,
    state: () => {
      if (life === null) return 'down';
      return life.engine === null || life.quitting ? 'quitting' : 'running';
    },
    start,
    quit,
    killAfter: (touches) => {
      if (life !== null) life.touches = touches;
    },
    ask,
    profile: () => profile,
    stored: () => {
      if (life === null || life.stored === null) throw new Error(`${name} does not run.`);
      return life.stored;
    },
    offline,
    keychain,
  };
}

/** What a process of the engine sees of its desktop. */
type Seen = Pick<Desk, 'name' | 'clock' | 'keychain' | 'offline'> & {
  /** Whether the process is there to go on; it may be killed by this. */
  readonly touch: (own: Life) => boolean;
};

function portsOf(world: DeskWorld, seen: Seen, own: Life): EnginePorts {
  const { name, clock, keychain, offline, touch } = seen;
  const chance = world.chance.fork(`${name}-${own.generation}`);
  const fetch = world.network.fetchOf({
    name,
    alive: () => own.alive,
    online: () => offline.size === 0,
    after: clock.after,
    jumpedSince: clock.jumpedSince,
  });
  const keep = async (token: string | null): Promise<void> => {
    if (touch(own)) keychain.token = token;
  };
  return {
    clock: {
      now: () => {
        touch(own);
        return clock.now();
      },
      after: (ms, task) =>
        clock.after(ms, () => {
          if (touch(own)) task();
        }),
    },
    random: () => {
      touch(own);
      return chance.random();
    },
    profile: own.profile,
    secrets: {
      keeping: 'keychain',
      load: async () => keychain.token,
      save: keep,
      clear: () => keep(null),
    },
    fetch: (input, init) => (touch(own) ? fetch(input, init) : never()),
    slackApiUrl: null,
    // Whoever comes back from Slack is brought by hand: no port of this computer is used.
    openReturn: async () => ok({ close: () => undefined }),
    log: (line) => {
      if (touch(own)) world.heard(name, line);
    },
    loginName: name,
    zone: () => 'UTC',
    version: '0.0.0-simulation',
  };
}

const never = (): Promise<never> => new Promise(() => undefined);
