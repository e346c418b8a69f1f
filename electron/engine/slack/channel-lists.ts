import { z } from 'zod';
import { MINUTE } from '#shared/base/duration.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { Clock } from '../ports.ts';
import type { SlackCall } from './client.ts';
import type { SlackFailure } from './failure.ts';

/**
 * The most a page of channels may hold. Slack advises fewer, but gives 20 calls a minute only, and a
 * large workspace has tens of thousands.
 */
const CHANNEL_PAGE = 999;
/** How long a walk that was cut short can be gone on with: cursors perish, and channels come. */
const GOOD_FOR_MS = 10 * MINUTE;

/** A channel as Slack's lists and `conversations.create` show it. */
export const Channel = z.object({
  id: z.string(),
  name: z.string(),
  creator: z.string().optional().catch(undefined),
  is_archived: z.boolean().optional().catch(undefined),
  /** Seconds since 1970. */
  created: z.number().optional().catch(undefined),
});
export type FoundChannel = z.infer<typeof Channel>;

const ChannelPage = z.object({
  channels: z.array(Channel),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Which list, and for whom. */
export type ListAsk = {
  readonly method: 'users.conversations' | 'conversations.list';
  readonly types: string;
  readonly exclude_archived: boolean;
  /** Two do not share a walk: what one made since it began may stand on a page that was read before. */
  readonly by: string;
};

/**
 * All pages of a list of channels. A walk that is cut short (a 429, the network) is gone on with when
 * the same is asked again: from the beginning, a large workspace would never be walked to its end.
 */
export type ChannelLists = (ask: ListAsk) => Promise<Result<readonly FoundChannel[], SlackFailure>>;

type Walk = { readonly from: number; readonly found: FoundChannel[]; cursor: string };

export function channelLists(call: SlackCall, clock: Clock): ChannelLists {
  const walks = new Map<string, Walk>();
  return async ({ by, method, ...args }) => {
    const key = JSON.stringify([by, method, args]);
    const walk = usable(walks.get(key), clock.now()) ?? newWalk(clock.now());
    walks.set(key, walk);
    do {
      const cursor = walk.cursor === '' ? {} : { cursor: walk.cursor };
      const page = await call(method, { ...args, limit: CHANNEL_PAGE, ...cursor }, ChannelPage);
      // What Slack refused (a cursor that perished) is not asked for again.
      if (!page.ok && page.error.kind === 'platform') walks.delete(key);
      if (!page.ok) return page;
      walk.found.push(...page.value.channels);
      walk.cursor = page.value.response_metadata?.next_cursor ?? '';
    } while (walk.cursor !== '');
    walks.delete(key);
    return ok(walk.found);
  };
}

const newWalk = (from: number): Walk => ({ from, found: [], cursor: '' });

const usable = (walk: Walk | undefined, now: number): Walk | null =>
  walk !== undefined && walk.from <= now && now < walk.from + GOOD_FOR_MS ? walk : null;
