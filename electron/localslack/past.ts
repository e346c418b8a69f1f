import { isInHistory, messageAt, repliesTo } from './message-log.ts';
import type { Channel, Message } from './model.ts';
import { itemAt } from './sorted.ts';
import type { World } from './world.ts';

/** No reader lags longer. */
const KEPT_MS = 10 * 60_000;

/** Keeps a message as it is now; call it before changing or removing it. */
export function remember(
  { clock }: Pick<World, 'clock'>,
  channel: Channel,
  message: Message,
): void {
  const now = clock.now();
  const [oldest] = channel.past;
  if (oldest !== undefined && oldest.until <= now - KEPT_MS) {
    channel.past = channel.past.filter(({ until }) => until > now - KEPT_MS);
  }
  channel.past.push({ until: now, message: { ...message } });
  channel.changedAt = Math.max(channel.changedAt, now);
}

/** A channel's messages as a reader sees them, which may be as they were. */
export type Sight = {
  /** What the history shows, oldest first. */
  readonly history: readonly Message[];
  readonly at: (ts: string) => Message | undefined;
  /** Oldest first. */
  readonly repliesTo: (root: string) => readonly Message[];
};

/** A channel as it stood at a moment. */
export function sightOf(channel: Channel, moment: number): Sight {
  if (channel.changedAt <= moment) {
    return {
      history: channel.history,
      at: (ts) => messageAt(channel, ts),
      repliesTo: (root) => repliesTo(channel, root),
    };
  }
  const then = messagesAsOf(channel, moment);
  const threads = Map.groupBy(then, ({ threadTs }) => threadTs);
  return {
    history: then.filter(isInHistory),
    at: (ts) => itemAt(then, ts),
    repliesTo: (root) => threads.get(root) ?? [],
  };
}

function messagesAsOf(channel: Channel, moment: number): readonly Message[] {
  const then = new Map<string, Message>();
  for (const { until, message } of channel.past) {
    if (until > moment && !then.has(message.ts)) then.set(message.ts, message);
  }
  const now = channel.messages.filter(({ at }) => at <= moment);
  if (then.size === 0) return now;
  const standing = now.filter(({ ts }) => !then.has(ts));
  const changed = [...then.values()].filter(({ at }) => at <= moment);
  return [...standing, ...changed].sort((a, b) => (a.ts < b.ts ? -1 : 1));
}
