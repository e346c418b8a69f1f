import type { Clock } from '../ports.ts';

type Task = { readonly at: number; readonly order: number; readonly run: () => void };

/** A clock that stands still until it is told to move. */
export type FakeClock = Clock & {
  /** Runs everything due within `ms`, in order, letting promises settle in between. */
  readonly advance: (ms: number) => Promise<void>;
  /** Moves the wall clock without running anything: NTP, a person, a sleep. */
  readonly jump: (ms: number) => void;
};

/** A Saturday night, when incidents happen. */
const START = Date.UTC(2026, 10, 21, 2, 0, 0);

export function createClock(start = START): FakeClock {
  let now = start;
  let order = 0;
  let tasks: Task[] = [];
  const next = (until: number) =>
    tasks.filter((task) => task.at <= until).sort((a, b) => a.at - b.at || a.order - b.order)[0];
  return {
    // A wall clock shows whole milliseconds, whenever a task was due.
    now: () => Math.floor(now),
    after: (ms, run) => {
      const task = { at: now + Math.max(0, ms), order: order++, run };
      tasks.push(task);
      return () => {
        tasks = tasks.filter((other) => other !== task);
      };
    },
    advance: async (ms) => {
      const until = now + ms;
      await settle();
      for (let task = next(until); task !== undefined; task = next(until)) {
        tasks = tasks.filter((other) => other !== task);
        now = Math.max(now, task.at);
        task.run();
        await settle();
      }
      now = Math.max(now, until);
    },
    jump: (ms) => {
      now += ms;
    },
  };
}

/** Turns of the event loop after which nothing of what tests wait for was ever seen to come: 4 did. */
const TURNS = 8;

/** Lets everything that only waits for promises (the in-process Slack included) run to its end. */
async function settle(): Promise<void> {
  for (let i = 0; i < TURNS; i++) await new Promise<void>((resolve) => setImmediate(resolve));
}
