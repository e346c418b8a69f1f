// Virtual time: one line for Slack, the network and every desktop. Nothing here waits in real time.
import { isBusyElsewhere } from './other-threads.ts';

type Task = { readonly at: number; readonly order: number; readonly run: () => void; off: boolean };

export type Timeline = {
  /** True time, ms since 1970; never goes back. */
  readonly now: () => number;
  /** Runs `task` once, `ms` from now. Gives what cancels it. */
  readonly after: (ms: number, task: () => void) => () => void;
  /** Runs everything due within `ms`, in order, each to its end before the next. */
  readonly advance: (ms: number) => Promise<void>;
};

/** A Saturday night, when incidents happen. */
const START = Date.UTC(2026, 10, 21, 2, 0, 0);

export function createTimeline(): Timeline {
  let now = START;
  let order = 0;
  const heap: Task[] = [];
  return {
    now: () => now,
    after: (ms, run) => {
      // Whole ms, as real clocks tell them; never early.
      const task = { at: now + Math.max(0, Math.ceil(ms)), order: order++, run, off: false };
      push(heap, task);
      return () => {
        task.off = true;
      };
    },
    advance: async (ms) => {
      const until = now + ms;
      await settled();
      for (let next = heap[0]; next !== undefined && next.at <= until; next = heap[0]) {
        pop(heap);
        if (next.off) continue;
        now = next.at;
        next.run();
        await settled();
      }
      now = until;
    },
  };
}

const isBefore = (a: Task, b: Task) => a.at < b.at || (a.at === b.at && a.order < b.order);

function push(heap: Task[], task: Task): void {
  let at = heap.length;
  heap.push(task);
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up];
    if (parent === undefined || isBefore(parent, task)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = task;
}

function pop(heap: Task[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    let down = 2 * at + 1;
    const left = heap[down];
    const right = heap[down + 1];
    if (left === undefined) break;
    if (right !== undefined && isBefore(right, left)) down += 1;
    const child = heap[down];
    if (child === undefined || isBefore(last, child)) break;
    heap[at] = child;
    at = down;
  }
  heap[at] = last;
}

const turn = setImmediate;

/** What the event loop still has to bring: a file's answer, a step of a backup. */
const REAL = /^(FSReq|Immediate|FileHandle)/;

/**
 * Lets everything run that waits for promises alone, or for the disk. One turn of the event loop
 * comes after all promises; only while the disk is at work are more needed.
 */
export async function settled(): Promise<void> {
  await new Promise<void>((resolve) => void turn(resolve));
  while (isBusyElsewhere() || process.getActiveResourcesInfo().some((name) => REAL.test(name))) {
    await new Promise<void>((resolve) => void turn(resolve));
  }
}
