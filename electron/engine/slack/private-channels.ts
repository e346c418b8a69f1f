import { HOUR, MINUTE } from '#shared/base/duration.ts';
import { err, ok } from '#shared/base/result.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { allChannels, channelOf, saveChannel, setHead } from '../store/slack-channels.ts';
import type { Attempt } from '../transport.ts';
import type { Seeker } from './announcements-place.ts';
import type { ChannelLists, FoundChannel } from './channel-lists.ts';
import { type Declared, declaredIn } from './declaration.ts';
import { readTroubleOf } from './failure.ts';
import { later } from './history-message.ts';

/** A channel that held no incident when it was looked at: when it is looked at again. */
type Look = { readonly again: number; readonly wait: number };
/** The channel is made first and its incident posted after, in a moment or when the network is back. */
const LOOK_AGAIN_MS = { least: MINUTE, most: 6 * HOUR } as const;

/** Private channels named like ours in which no incident was found, by channel. */
export type LooksInVain = Map<string, Look>;

/**
 * Finds private incidents: nobody announces them, their members look in their own channels.
 * @param inVain what was looked at in vain; grows
 */
export async function discoverPrivate(
  { core: { db, ports }, call, lists }: Pick<Seeker, 'core' | 'call' | 'lists'>,
  inVain: LooksInVain,
): Attempt<void> {
  const found = await candidates(lists, db);
  if (!found.ok) return found;
  for (const channel of found.value) {
    const now = ports.clock.now();
    const before = inVain.get(channel.id);
    // A clock that was set back must not keep it waiting for longer than was meant.
    if (before !== undefined && now < before.again && now >= before.again - before.wait) continue;
    const declared = await declaredIn(call, channel, before === undefined);
    if (!declared.ok) return err(readTroubleOf(declared.error, `#${channel.name}`));
    if (declared.value === null) inVain.set(channel.id, nextLook(now, before));
    else keepPrivate(db, channel, declared.value);
  }
  return ok(undefined);
}

function nextLook(now: number, before: Look | undefined): Look {
  const { least, most } = LOOK_AGAIN_MS;
  const wait = before === undefined ? least : Math.min(most, before.wait * 2);
  return { again: now + wait, wait };
}

/** What is declared together is posted within this time. */
const DECLARING_MS = 10 * MINUTE;

function keepPrivate(db: Db, { id: channel, name }: FoundChannel, declared: Declared): void {
  const { incident, ts } = declared;
  if ((channelOf(db, incident)?.channel ?? null) !== null) return;
  inTransaction(db, () => {
    saveChannel(db, { incident, channel, name, announce: 'done' });
    setHead(db, incident, later(ts, DECLARING_MS));
  });
}

/** Private channels this person is in that are named like an incident's and not known to be one. */
async function candidates(lists: ChannelLists, db: Db): Attempt<readonly FoundChannel[]> {
  const mine = await lists({
    by: 'private incidents',
    method: 'users.conversations',
    types: 'private_channel',
    exclude_archived: true,
  });
  if (!mine.ok) return err(readTroubleOf(mine.error, 'your channels'));
  const known = new Set(allChannels(db).map((channel) => channel.channel));
  return ok(mine.value.filter(({ id, name }) => name.startsWith('inc-') && !known.has(id)));
}
