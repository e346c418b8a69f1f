import type { Channel, Message } from './model.ts';
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
  const kept = channel.past.filter(({ until }) => until > now - KEPT_MS);
  channel.past = [...kept, { until: now, message: { ...message } }];
}

/** A channel's messages as they stood at a moment, oldest first. */
export function messagesAsOf(channel: Channel, moment: number): readonly Message[] {
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
