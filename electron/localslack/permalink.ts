import type { Channel, Message } from './model.ts';
import type { World } from './world.ts';

/** A message's address in Slack; a reply's also names its thread. */
export function permalinkOf(world: World, channel: Channel, { ts, threadTs }: Message): string {
  const path = `https://${world.team.domain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}`;
  return threadTs === null ? path : `${path}?thread_ts=${threadTs}&cid=${channel.id}`;
}
