import { z } from 'zod';
import { ok, type Result } from '#shared/base/result.ts';
import { callAsMember } from './channel.ts';
import type { SlackCall } from './client.ts';
import type { SlackFailure } from './failure.ts';

/** Slack advises 200 at most. */
const PAGE = 200;

/** A message as far as we read it. What is missing or odd in it never fails the page. */
const Message = z.object({
  ts: z.string().regex(/^\d{1,12}\.\d{6}$/),
  text: z.string().catch(''),
  user: z.string().optional().catch(undefined),
  bot_id: z.string().optional().catch(undefined),
  username: z.string().optional().catch(undefined),
  subtype: z.string().optional().catch(undefined),
  edited: z.unknown().optional(),
  metadata: z
    .object({ event_type: z.string(), event_payload: z.unknown() })
    .optional()
    .catch(undefined),
});
export type HistoryMessage = z.infer<typeof Message>;

const History = z.object({
  messages: z.array(z.unknown()),
  has_more: z.boolean().optional().catch(undefined),
  response_metadata: z
    .object({ next_cursor: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

type Walk = {
  readonly channel: string;
  /** Everything up to this `ts` is in the mirror; null when nothing is. */
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
  let cursor = '';
  const until = latest === undefined ? {} : { latest };
  for (;;) {
    // A bot reads only channels it is in; a person's token reads every public one.
    const page = await callAsMember(
      call,
      'conversations.history',
      {
        channel,
        limit: PAGE,
        include_all_metadata: true,
        ...until,
        ...(cursor === '' ? {} : { cursor }),
      },
      History,
    );
    if (!page.ok) return page;
    const messages = page.value.messages.flatMap((message) => {
      const parsed = Message.safeParse(message);
      return parsed.success ? [parsed.data] : [];
    });
    keep(messages);
    newest ??= messages[0]?.ts ?? null;
    const oldest = messages.at(-1)?.ts;
    const met = readTo !== null && oldest !== undefined && oldest <= readTo;
    cursor = page.value.response_metadata?.next_cursor ?? '';
    if (met || cursor === '' || messages.length === 0) return ok(newest);
  }
}
