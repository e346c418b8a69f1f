import { append } from './message-posting.ts';
import { normalised } from './message-text.ts';
import type { Channel, StoredFile, Token } from './model.ts';
import type { Call, World } from './world.ts';

/** The channels a file can be seen in. */
export function sharesIn(world: World, file: StoredFile): readonly Channel[] {
  const ids = new Set(file.shares.map(({ channel }) => channel));
  return [...ids].flatMap((id) => world.channels.get(id) ?? []);
}

type Shared = {
  readonly files: readonly StoredFile[];
  readonly text: string;
  readonly blocks: readonly object[] | null;
  readonly threadTs: string | null;
};

/** Posts a message with files to a channel. */
export function share({ world, token }: Call, channel: Channel, shared: Shared): void {
  const { ts } = append(world, channel, {
    user: token.user,
    botId: token.botId,
    app: token.app,
    text: normalised(shared.text),
    blocks: shared.blocks,
    threadTs: shared.threadTs,
    fileIds: shared.files.map(({ id }) => id),
  });
  for (const file of shared.files) file.shares = [...file.shares, { channel: channel.id, ts }];
}

/** Whether a token may see a file: its owner's, or one that reads a channel it was shared in. */
export function maySee(world: World, token: Token, file: StoredFile): boolean {
  if (file.user === token.user) return true;
  const seen = sharesIn(world, file);
  return seen.some(
    (channel) => channel.members.has(token.user) || (!channel.isPrivate && token.botId === null),
  );
}

/** A message that is taken away takes its files out of the channel; they stay with their owner. */
export function unshare(world: World, channel: Channel, ts: string, ids: readonly string[]): void {
  for (const id of ids) {
    const file = world.files.get(id);
    if (file === undefined) continue;
    file.shares = file.shares.filter((one) => one.channel !== channel.id || one.ts !== ts);
  }
}
