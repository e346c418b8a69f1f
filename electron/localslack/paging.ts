import { SlackError } from './answer.ts';
import { type Arguments, text, whole } from './arguments.ts';

export type Page<T> = { readonly items: readonly T[]; readonly next: string };

/** How a list is walked: by what each item is known, whether that rises or falls, and page sizes. */
export type Walk<T> = {
  /** Told apart from other lists' cursors by this: one of `users.list` is no use to a history. */
  readonly prefix: string;
  /** Compared as text. */
  readonly keyOf: (item: T) => string;
  readonly rises: boolean;
  readonly usual: number;
  readonly most: number;
};

/**
 * A page of a list. The cursor names the last item seen and not a position, so that a list which
 * grows at its front or loses that very item goes on where it was.
 */
export function page<T>(items: readonly T[], args: Arguments, walk: Walk<T>): Page<T> {
  const limit = Math.min(limitOf(args) ?? walk.usual, walk.most);
  const rest = items.slice(startOf(items, text(args, 'cursor') ?? '', walk));
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  const more = rest.length > limit && last !== undefined;
  return { items: shown, next: more ? writeCursor(walk.prefix, walk.keyOf(last)) : '' };
}

/** Slack takes 0 for "as you like". */
function limitOf(args: Arguments): number | null {
  if ((text(args, 'limit') ?? '') === '') return null;
  const limit = whole(args, 'limit');
  if (limit === null) throw new SlackError('invalid_limit');
  return limit === 0 ? null : limit;
}

const writeCursor = (prefix: string, key: string) =>
  Buffer.from(`${prefix}:${key}`).toString('base64');

function startOf<T>(items: readonly T[], cursor: string, walk: Walk<T>): number {
  if (cursor === '') return 0;
  const place = Buffer.from(cursor, 'base64').toString();
  if (!place.startsWith(`${walk.prefix}:`)) throw new SlackError('invalid_cursor');
  const seen = place.slice(walk.prefix.length + 1);
  const at = items.findIndex((item) =>
    walk.rises ? walk.keyOf(item) > seen : walk.keyOf(item) < seen,
  );
  return at < 0 ? items.length : at;
}
