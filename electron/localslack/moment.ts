import type { Channel } from './model.ts';
import type { World } from './world.ts';

/** The next `ts` of a channel: a moment in microseconds, later than every one before it. */
export function nextTs(at: number, channel: Channel): string {
  const micros = Math.max(Math.floor(at * 1000), channel.lastTs + 1);
  channel.lastTs = micros;
  const text = String(micros);
  return `${text.slice(0, -6)}.${text.slice(-6)}`;
}

/** Slack tells most times in whole seconds. */
export const seconds = (world: Pick<World, 'clock'>): number =>
  Math.floor(world.clock.now() / 1000);
