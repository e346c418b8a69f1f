import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { createClock, type FakeClock } from '../engine/testing/clock.ts';
import { seededRandom } from '../engine/testing/random.ts';
import { listen } from '../localslack/http.ts';
import { SMALL_TEAM } from '../localslack/seed.ts';
import { createWorkspace, type Workspace } from '../localslack/workspace.ts';
import { type ClockPace, fastClock } from './fast-clock.ts';

/** Somebody of the team there. */
export type Person = { readonly user: string; readonly token: string };
export const ANA: Person = { user: 'U0ANA000001', token: 'xoxp-ana' };
export const BEN: Person = { user: 'U0BEN000001', token: 'xoxp-ben' };

/** A call on its way to Slack, and where its answer is cut. */
export type Cut = {
  /** Bytes of the answer that still get through. */
  readonly after: number;
  /** Called when so many have. */
  readonly reached: () => void;
};

/** The Slack that desks' processes talk to over HTTP, through a wire that can be cut. */
export type SlackSide = {
  readonly workspace: Workspace;
  readonly url: string;
  /** What its clock shows. */
  readonly now: () => number;
  /** Time passes by itself, for processes. Gives the pace that they are to keep. */
  readonly run: (rate: number) => ClockPace;
  /** Time stands still until it is advanced, for engines in this process. */
  readonly hold: () => FakeClock;
  /** Asked about each call that Slack has carried out, before its answer leaves. */
  readonly onAnswer: (ask: ((method: string) => Cut | null) | null) => void;
  /** Resolves when nothing is under way any more. */
  readonly quiet: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function createSlackSide(seed: number): Promise<SlackSide> {
  let clock: { readonly now: () => number; readonly after: FakeClock['after'] } = createClock();
  const workspace = createWorkspace({
    seed: SMALL_TEAM,
    clock: { now: () => clock.now(), after: (ms, task) => clock.after(ms, task) },
    random: seededRandom(seed),
  });
  const server = await listen(workspace, 0);
  const wire = await createWire(Number(new URL(server.url).port));
  return {
    workspace,
    url: `http://127.0.0.1:${wire.port}/api/`,
    now: () => clock.now(),
    run: (rate) => {
      const pace = { real: Date.now(), shown: clock.now(), rate };
      clock = fastClock(pace);
      return pace;
    },
    hold: () => {
      const held = createClock(clock.now());
      clock = held;
      return held;
    },
    onAnswer: wire.onAnswer,
    quiet: wire.quiet,
    close: async () => {
      await wire.close();
      await server.close();
    },
  };
}

type Wire = Pick<SlackSide, 'onAnswer' | 'quiet' | 'close'> & { readonly port: number };

/** Passes bytes on between desks and the server, one call at a time on each connection. */
async function createWire(serverPort: number): Promise<Wire> {
  const open = new Set<Socket>();
  let idle: (() => void)[] = [];
  let ask: ((method: string) => Cut | null) | null = null;
  const track = (socket: Socket) => {
    open.add(socket);
    // A desk that was killed leaves broken connections behind; that is what is tested.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      open.delete(socket);
      if (open.size > 0) return;
      for (const resolve of idle) resolve();
      idle = [];
    });
  };
  const server = createServer((desk) => {
    const slack = connect(serverPort, '127.0.0.1');
    track(desk);
    track(slack);
    let method = '';
    desk.on('data', (bytes) => {
      method = /^POST \S*\/api\/(\S+) /.exec(bytes.toString('latin1'))?.[1] ?? method;
      slack.write(bytes);
    });
    desk.on('end', () => slack.end());
    desk.on('close', () => slack.end());
    slack.on('data', (bytes) => {
      const cut = ask?.(method) ?? null;
      if (cut === null) {
        desk.write(bytes);
        return;
      }
      desk.write(bytes.subarray(0, cut.after), cut.reached);
    });
    slack.on('close', () => desk.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    onAnswer: (asked) => {
      ask = asked;
    },
    quiet: () =>
      new Promise((resolve) => {
        if (open.size === 0) resolve();
        else idle.push(resolve);
      }),
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
