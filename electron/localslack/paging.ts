import { SlackError } from './answer.ts';
import { type Arguments, text, whole } from './arguments.ts';
import { firstFrom } from './sorted.ts';

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

/** A part of a list: from one index up to another, which is no part of it. */
export type Part = { readonly from: number; readonly to: number };

/**
 * A page of a part of a list that rises by ts, from its end backwards. What it costs does not grow with
 * the list.
 */
export function pageBack<T extends { readonly ts: string }>(
  items: readonly T[],
  { from, to }: Part,
  args: Arguments,
  walk: Walk<T>,
): Page<T> {
  const limit = Math.min(limitOf(args) ?? walk.usual, walk.most);
  const seen = seenBy(text(args, 'cursor') ?? '', walk);
  const end = seen === null ? to : Math.min(to, firstFrom(items, seen));
  const start = Math.max(from, end - limit, 0);
  const shown = end <= start ? [] : items.slice(start, end).reverse();
  const last = shown.at(-1);
  const more = start > from && last !== undefined;
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

/** The last item that a cursor's walk has seen; null at its start. */
function seenBy<T>(cursor: string, walk: Walk<T>): string | null {
  if (cursor === '') return null;
  const place = Buffer.from(cursor, 'base64').toString();
  if (!place.startsWith(`${walk.prefix}:`)) throw new SlackError('invalid_cursor');
  return place.slice(walk.prefix.length + 1);
}

function startOf<T>(items: readonly T[], cursor: string, walk: Walk<T>): number {
  const seen = seenBy(cursor, walk);
  if (seen === null) return 0;
  const at = items.findIndex((item) =>
    walk.rises ? walk.keyOf(item) > seen : walk.keyOf(item) < seen,
  );
  return at < 0 ? items.length : at;
}
