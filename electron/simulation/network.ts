import type { Outcome } from '../localslack/reply.ts';
import { type ReadCall, readCall } from '../localslack/request.ts';
import type { Workspace } from '../localslack/workspace.ts';
import type { Chance } from './chance.ts';
import type { Chronicle } from './chronicle.ts';
import type { CallFault } from './faults.ts';
import { opsAt } from './slack-truth.ts';
import type { Timeline } from './timeline.ts';
import { createReception, type Weather } from './weather.ts';
import { wireRequest } from './wire.ts';

/** What the network knows of the desktop at one end of it. */
export type Line = {
  readonly name: string;
  /** Whether the engine that asks is still there to be answered. */
  readonly alive: () => boolean;
  readonly online: () => boolean;
  /** Runs a task by the desktop's own monotonic clock: not while it sleeps. */
  readonly after: (ms: number, task: () => void) => void;
  /** Whether the desktop's wall clock was changed since some true time. */
  readonly jumpedSince: (at: number) => boolean;
};

export type Network = {
  /** A desktop's `fetch`. */
  readonly fetchOf: (line: Line) => typeof globalThis.fetch;
  readonly setWeather: (weather: Weather) => void;
  /** How many calls there were. */
  readonly calls: () => number;
};

type World = {
  readonly timeline: Timeline;
  readonly slack: Workspace;
  readonly chance: Chance;
  readonly chronicle: Chronicle;
  readonly pageMax: number | null;
  readonly hit: (fault: CallFault) => void;
  /** Grows by the ops of each message that is deleted. */
  readonly takenAway: string[];
};

/** ms of one way, through any network. */
const WAY = [5, 60] as const;

/** Every way into Slack: with delays, cut off now and then, and watched. */
export function createNetwork(world: World): Network {
  const { timeline, chance, chronicle } = world;
  const reception = createReception(world);
  let calls = 0;
  const fetchOf = (line: Line): typeof globalThis.fetch => {
    const pauses = watchPauses(world, line);
    return async (input, init) => {
      const request = await wireRequest(input, init);
      const call = readCall(request);
      const signal = init?.signal ?? null;
      calls += 1;
      pauses.check(call);
      return new Promise<Response>((resolve, reject) => {
        const later = (ms: number, task: () => void) =>
          line.after(ms, () => {
            if (line.alive() && signal?.aborted !== true) task();
          });
        const fail = (code: string) => later(chance.between(1, 20), () => reject(broken(code)));
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        if (!line.online()) {
          chronicle.note(timeline.now(), line.name, call.method, 'no network');
          fail(chance.pick(['ECONNREFUSED', 'ENOTFOUND', 'ENETUNREACH', 'EAI_AGAIN']));
          return;
        }
        timeline.after(chance.between(...WAY), () => {
          const carried = call.method === 'chat.delete' ? opsAt(world.slack, call.args) : [];
          const { outcome, told } = reception.serve(call, request);
          if (carried.length > opsAt(world.slack, call.args).length)
            world.takenAway.push(...carried);
          chronicle.note(timeline.now(), line.name, call.method, digestOf(call), told);
          const served = timeline.now();
          if (outcome.kind === 'drop') fail('ECONNRESET');
          if (outcome.kind !== 'reply') return;
          later(chance.between(...WAY) + outcome.delay, () => {
            if (!line.online()) return reject(broken('ECONNRESET'));
            pauses.note(call, outcome, served);
            if (outcome.reply.headers.location !== undefined) reject(broken('redirect'));
            else resolve(responseOf(outcome));
          });
        });
      });
    };
  };
  return { fetchOf, setWeather: reception.set, calls: () => calls };
}

type Pauses = {
  readonly check: (call: ReadCall) => void;
  /** An answer has come; Slack gave it at that time. */
  readonly note: (call: ReadCall, outcome: Outcome, from: number) => void;
};

/** Whether one process of a desktop leaves a method alone for as long as Slack asked it to. */
function watchPauses({ timeline, chronicle }: World, line: Line): Pauses {
  const paused = new Map<string, { readonly from: number; readonly until: number }>();
  const keyOf = ({ token, method }: ReadCall) => `${token} ${method}`;
  return {
    check: (call) => {
      const pause = paused.get(keyOf(call));
      const early = (pause?.until ?? 0) - timeline.now();
      if (pause === undefined || early <= 0) return;
      // A clock that was set forward ends the wait too early; the desktop cannot know.
      if (line.jumpedSince(pause.from)) return;
      chronicle.fail(
        `${line.name} called ${call.method} ${early} ms before Slack's Retry-After had ended`,
      );
    },
    note: (call, outcome, from) => {
      const after = outcome.kind === 'reply' ? outcome.reply.headers['retry-after'] : undefined;
      if (after === undefined) return;
      const until = from + Number(after) * 1_000;
      if (until > (paused.get(keyOf(call))?.until ?? 0)) paused.set(keyOf(call), { from, until });
    },
  };
}

/** What of a call goes into the chronicle: enough to tell two runs apart. */
const digestOf = ({ token, args }: ReadCall): string => `${token} ${JSON.stringify(args)}`;

function responseOf({ reply: { status, headers, body } }: Outcome & { kind: 'reply' }): Response {
  const sent = typeof body === 'string' ? body : Buffer.from(body);
  return new Response(sent, { status, headers: { ...headers } });
}

const broken = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
