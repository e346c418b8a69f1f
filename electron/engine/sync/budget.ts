import { MINUTE, SECOND } from '#shared/base/duration.ts';
import { type Stamp, stampMs } from '#shared/ops/stamp.ts';
import type { Context } from '../context.ts';
import type { BudgetUse } from '../controls.ts';
import { recentDevices } from '../store/devices.ts';
import type { CallMeter } from '../transport.ts';

/**
 * History calls a minute for all desktops of a workspace together. Slack gives 50 to an app.
 * @see docs.slack.dev/apis/web-api/rate-limits
 */
const SHARED_PER_MINUTE = 48;
/** What may be used at once, of a budget that lay idle. */
const BURST = 2;
/** The incident on screen is not read more often than this. */
const ON_SCREEN_MS = 4 * SECOND;
/** The part of a share that the incident on screen may take, so that nothing else starves. */
const ON_SCREEN_PART = 3 / 4;
/** How far the incident on screen may overdraw, so that a long read elsewhere does not stop it. */
const OVERDRAFT = 2;
/** How much of what is left the common intervals fill at most; the rest is for what can wait. */
const FILLED = 0.8;
/** What can wait (the past, closed incidents) is read no more often than this, nor less than that. */
const SPARE_MS = { least: 2 * SECOND, most: 5 * MINUTE } as const;
/** A desktop counts as at work for this long after its last op. */
const AT_WORK_MS = 10 * MINUTE;
/** How long a count of desktops holds. */
const COUNT_FOR_MS = 10 * SECOND;
/** A limit halves the share, down to this; in so long a time without one it doubles again. */
const LEAST_FACTOR = 1 / 32;
const DOUBLES_IN_MS = 5 * MINUTE;
/** Limits that come together are one sign that there are too many of us. */
const ONE_SIGN_MS = 10 * SECOND;

const HISTORY = 'conversations.history';

/** This desktop's part of what Slack gives to all of them. */
export type Budget = {
  /** ms between two reads of the incident on screen. */
  readonly onScreen: () => number;
  /**
   * By how much the intervals of everything else are stretched, 1 or more.
   * @param demand the history calls a minute it would take unstretched
   */
  readonly stretch: (demand: number, isWatching: boolean) => number;
  /** ms between two reads of what can wait, which gets what the rest leaves. */
  readonly spare: (demand: number, isWatching: boolean) => number;
  /** ms until another history call fits. */
  readonly wait: (isOnScreen: boolean) => number;
  /** Desktops that may be listening: all that were heard of lately, this one included. */
  readonly listeners: () => number;
  readonly use: () => BudgetUse;
  readonly meter: CallMeter;
};

type Count = { readonly at: number; readonly atWork: number; readonly known: number };

/**
 * Limits hold for an app in a workspace, so all desktops share them and none asks another: each
 * counts who is at work by the ops it sees, takes its part, and gives way when Slack says that it was
 * too much all the same (those who only look on make no ops).
 */
export function createBudget(core: Pick<Context, 'ports' | 'db' | 'device'>): Budget {
  const { clock } = core.ports;
  let count: Count | null = null;
  const yielding = createYielding(clock.now);

  const counted = (): Count => {
    const now = clock.now();
    if (count === null || now < count.at || now >= count.at + COUNT_FOR_MS) {
      const others = recentDevices(core.db).filter(({ device }) => device !== core.device);
      const atWork = others.filter(({ stamp }) => stampMs(stamp as Stamp) > now - AT_WORK_MS);
      const before = count?.atWork ?? 1;
      count = { at: now, atWork: atWork.length + 1, known: others.length + 1 };
      yielding.explain(count.atWork / before);
    }
    return count;
  };

  const share = () => (SHARED_PER_MINUTE / counted().atWork) * yielding.factor();
  const onScreen = () => Math.max(ON_SCREEN_MS, MINUTE / (share() * ON_SCREEN_PART));
  /** Calls a minute for all but the incident on screen. */
  const left = (isWatching: boolean) => share() - (isWatching ? MINUTE / onScreen() : 0);

  const bucket = createBucket(clock.now, () => ({
    perMs: share() / MINUTE,
    burst: Math.max(1, BURST / counted().atWork),
  }));

  return {
    onScreen,
    stretch: (demand, isWatching) => Math.max(1, demand / (FILLED * left(isWatching))),
    spare: (demand, isWatching) => {
      const perMinute = Math.max(left(isWatching) - demand, left(isWatching) * (1 - FILLED));
      return Math.min(SPARE_MS.most, Math.max(SPARE_MS.least, MINUTE / perMinute));
    },
    wait: (isOnScreen) => bucket.wait(isOnScreen ? -OVERDRAFT : 0),
    listeners: () => counted().known,
    use: () => ({ perMinute: share(), onScreenEvery: onScreen(), wait: bucket.wait(0) }),
    meter: {
      took: (method) => {
        if (method === HISTORY) bucket.take();
      },
      limited: (method) => {
        if (method === HISTORY) yielding.giveWay();
      },
    },
  };
}

/** How much of its share a desktop takes: half after each limit, slowly all of it again. */
function createYielding(now: () => number) {
  let gave = { at: 0, factor: 1 };
  const factor = () => {
    const since = Math.max(0, now() - gave.at);
    return Math.min(1, gave.factor * 2 ** (since / DOUBLES_IN_MS));
  };
  return {
    factor,
    /** More desktops are counted than before: what was given way to them is in the count now. */
    explain: (more: number) => {
      if (more > 1) gave = { ...gave, factor: Math.min(1, gave.factor * more) };
    },
    giveWay: () => {
      const isSameSign = now() >= gave.at && now() < gave.at + ONE_SIGN_MS;
      if (!isSameSign) gave = { at: now(), factor: Math.max(LEAST_FACTOR, factor() / 2) };
    },
  };
}

/** Calls that may be made now; a read that takes several goes into debt, and what follows waits. */
function createBucket(
  now: () => number,
  rate: () => { readonly perMs: number; readonly burst: number },
) {
  let held = { at: now(), calls: rate().burst };
  const fill = () => {
    const { perMs, burst } = rate();
    // A clock that was set back gives nothing and takes nothing.
    const gone = Math.max(0, now() - held.at);
    held = { at: now(), calls: Math.min(burst, held.calls + gone * perMs) };
    return { perMs, calls: held.calls };
  };
  return {
    take: () => {
      fill();
      held = { ...held, calls: held.calls - 1 };
    },
    /** @param floor how many calls have to be there beside the one to be made */
    wait: (floor: number) => {
      const { perMs, calls } = fill();
      const lacking = 1 + floor - calls;
      return lacking <= 1e-9 ? 0 : Math.ceil(lacking / perMs);
    },
  };
}
