import { z } from 'zod';
import { compareText } from '#shared/base/order.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { SlackCall } from './client.ts';
import type { SlackFailure } from './failure.ts';
import { type HistoryMessage, messageIn } from './history-message.ts';
import { callAsMember } from './member-call.ts';

/** Slack advises 200 at most. */
export const PAGE = 200;

/** Whether a page is the last one decides what counts as deleted: a guess will not do. */
const Paged = z.object({
  messages: z.array(z.unknown()),
  has_more: z.boolean().nullish(),
  /** A free workspace shows no more than its plan allows: what is missing there is hidden only. */
  is_limited: z.boolean().optional().catch(undefined),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
});

/** A page of a channel or of a thread. */
export type Page = {
  /** The newest first. */
  readonly messages: readonly HistoryMessage[];
  /** What came in place of messages. */
  readonly odd: readonly unknown[];
  /** Nothing comes after this page, in the direction of reading. */
  readonly last: boolean;
  /** Empty when Slack gave none. */
  readonly cursor: string;
};

/** What page is asked for. */
export type PageAsk = {
  readonly channel: string;
  /** Messages a page, at most. */
  readonly limit: number;
  /** The root, for the replies of a thread, oldest first; absent for the channel, newest first. */
  readonly thread?: string;
  /** Only what is older than this `ts`. */
  readonly latest?: string;
  /** Only what is newer than this `ts`. */
  readonly oldest?: string;
  /** Reads on from another page. */
  readonly cursor?: string;
};

/**
 * Reads one page. An answer too large to take is asked for again in smaller pages, so that no mass
 * of text stands in the way of what is behind it.
 */
export async function readPage(call: SlackCall, ask: PageAsk): Promise<Result<Page, SlackFailure>> {
  const { channel, limit, thread, latest, oldest, cursor } = ask;
  const args = {
    channel,
    limit,
    include_all_metadata: true,
    ...(thread === undefined ? {} : { ts: thread }),
    ...(latest === undefined ? {} : { latest }),
    ...(oldest === undefined ? {} : { oldest }),
    ...(cursor === undefined || cursor === '' ? {} : { cursor }),
  };
  const method = thread === undefined ? 'conversations.history' : 'conversations.replies';
  // A bot reads only channels it is in; a person's token reads every public one.
  const page = await callAsMember(call, method, args, Paged);
  if (page.ok) return ok(pageOf(page.value));
  if (page.error.kind === 'unreadable' && page.error.tooLarge && limit > 1) {
    return readPage(call, { ...ask, limit: Math.ceil(limit / 4) });
  }
  return page;
}

/** What stands in an answer. */
export function pageOf({
  messages: all,
  has_more,
  is_limited,
  response_metadata,
}: z.infer<typeof Paged>): Page {
  const odd: unknown[] = [];
  const messages: HistoryMessage[] = [];
  for (const value of all) {
    const message = messageIn(value);
    if (message === null) odd.push(value);
    else messages.push(message);
  }
  const cursor = response_metadata?.next_cursor ?? '';
  messages.sort((a, b) => compareText(b.ts, a.ts));
  return { messages, odd, last: has_more !== true && cursor === '' && is_limited !== true, cursor };
}

const isEmpty = ({ messages, odd }: Page) => messages.length + odd.length === 0;

/**
 * Reads the newest page of a channel, or of what is older than a `ts`. By a `ts` and not by a cursor,
 * so that it can be gone on with after any pause or crash: cursors perish.
 */
export async function readDown(call: SlackCall, ask: PageAsk): Promise<Result<Page, SlackFailure>> {
  let odd: readonly unknown[] = [];
  for (let cursor = ''; ; ) {
    const page = await readPage(call, { ...ask, cursor });
    if (!page.ok) return page;
    const { latest } = ask;
    // Not every server heeds `latest`.
    const messages = page.value.messages.filter(({ ts }) => latest === undefined || ts < latest);
    odd = [...odd, ...page.value.odd];
    if (messages.length > 0 || page.value.last) return ok({ ...page.value, messages, odd });
    // Of a page in which nothing can be understood nobody knows where it is; the next one may tell.
    if (page.value.cursor === '' || isEmpty(page.value)) return err(NOT_UNDERSTOOD);
    cursor = page.value.cursor;
  }
}

const NOT_UNDERSTOOD: SlackFailure = { kind: 'unreadable', tooLarge: false };

type Walk = {
  readonly channel: string;
  /** Everything up to this `ts` is known; null when nothing is. */
  readonly readTo: string | null;
  /** Reads only what is older than this `ts`; absent for all of it. */
  readonly latest?: string;
  /** Stores a page, newest first, in one transaction. */
  readonly keep: (messages: readonly HistoryMessage[]) => void;
};

/**
 * Reads the newest page, and older ones until what is known is met. Without `oldest`: the price is
 * the same, and the page then also shows edits of what is known.
 * @returns the newest `ts` seen, to be remembered only now that no gap is left below it
 */
export async function readHistory(
  call: SlackCall,
  { channel, readTo, latest, keep }: Walk,
): Promise<Result<string | null, SlackFailure>> {
  let newest: string | null = null;
  const until = latest === undefined ? {} : { latest };
  for (let cursor = ''; ; ) {
    const page = await readPage(call, { channel, limit: PAGE, ...until, cursor });
    if (!page.ok) return page;
    const { messages } = page.value;
    keep(messages);
    newest ??= messages[0]?.ts ?? null;
    const oldest = messages.at(-1)?.ts;
    const met = readTo !== null && oldest !== undefined && oldest <= readTo;
    cursor = page.value.cursor;
    if (met || cursor === '' || isEmpty(page.value)) return ok(newest);
  }
}
