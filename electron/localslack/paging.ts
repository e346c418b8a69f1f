import { SlackError } from './answer.ts';
import { type Arguments, text, whole } from './arguments.ts';

export type Page<T> = { readonly items: readonly T[]; readonly next: string };

/** Cursors are opaque and perishable in Slack; here they hold the place, signed by a prefix. */
const PREFIX = 'place:';

/**
 * A page of a list that can grow at its front, like a history: the cursor names the last item seen.
 * @param keyOf the item's fixed name
 */
export function page<T>(
  items: readonly T[],
  args: Arguments,
  bounds: { readonly usual: number; readonly most: number },
  keyOf: (item: T) => string,
): Page<T> {
  const limit = Math.min(whole(args, 'limit') || bounds.usual, bounds.most);
  const cursor = text(args, 'cursor') ?? '';
  const from = cursor === '' ? 0 : placeOf(items, cursor, keyOf);
  const shown = items.slice(from, from + limit);
  const last = shown.at(-1);
  const more = from + limit < items.length && last !== undefined;
  return { items: shown, next: more ? writeCursor(keyOf(last)) : '' };
}

const writeCursor = (key: string) => Buffer.from(PREFIX + key).toString('base64');

function placeOf<T>(items: readonly T[], cursor: string, keyOf: (item: T) => string): number {
  const place = Buffer.from(cursor, 'base64').toString();
  if (!place.startsWith(PREFIX)) throw new SlackError('invalid_cursor');
  const at = items.findIndex((item) => keyOf(item) === place.slice(PREFIX.length));
  if (at < 0) throw new SlackError('invalid_cursor');
  return at + 1;
}
