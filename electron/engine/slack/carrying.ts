import { z } from 'zod';
import { err, type Result } from '#shared/base/result.ts';
import type { Account } from '../account.ts';
import type { Context } from '../context.ts';
import {
  type Carrier,
  carrierFor,
  forgetCarrier,
  rememberCarrier,
} from '../store/slack-carrier-choice.ts';
import { toBlock } from './block-carrier.ts';
import type { SlackArgs, SlackCall } from './client.ts';
import type { SlackFailure } from './failure.ts';
import { messageIn } from './history-message.ts';

/** Slack does not let this token post metadata. */
const REFUSED = 'metadata_must_be_sent_from_app';
/** Not this much of it: one message's matter. */
const TOO_LARGE = 'metadata_too_large';
/** Ours, beside Slack's codes: it takes the message and drops whatever it says to machines. */
const NOT_CARRIED: SlackFailure = { kind: 'platform', code: 'nothing_is_carried', needed: null };

/** Read around a post to find it: others may have written in the same second. */
const PROOF_PAGE = 15;

const POST = 'chat.postMessage';
/** Slack takes about one message a second per channel. */
const POST_EVERY_MS = 1_100;

const Metadata = z.object({ event_type: z.string(), event_payload: z.unknown() });
const Posted = z.object({ ts: z.string() });
const Page = z.object({ messages: z.array(z.unknown()) });

type Work = {
  readonly core: Pick<Context, 'ports' | 'db'>;
  readonly account: Pick<Account, 'team' | 'bot'>;
  readonly call: SlackCall;
};

/**
 * Posts metadata the way that gets through in this workspace: as metadata, else in a block of the
 * message. Slack may refuse metadata, or drop it without a word and call the post a success; its
 * answer leaves the payload out in any case. So a first post is read back, and one that came through
 * bare is taken away and posted in another way. What was found out is remembered for the workspace
 * and kind of token, and proved again now and then.
 * @see github.com/slackapi/python-slack-sdk/issues/1501, github.com/slackapi/deno-slack-sdk/pull/86
 */
export function carryingCall(
  core: Work['core'],
  account: Work['account'],
  call: SlackCall,
): SlackCall {
  const work: Work = { core, account, call };
  return (method, args, answer) =>
    method === POST && args.metadata !== undefined
      ? post(work, args, answer)
      : call(method, args, answer);
}

/** Posts in what is known to get through, and goes on to the next choice where that does not. */
async function post<T>(
  work: Work,
  args: SlackArgs,
  answer: z.ZodType<T>,
): Promise<Result<T, SlackFailure>> {
  const { core, account, call } = work;
  const { clock } = core.ports;
  const inBlocks = inBlock(args);
  const { carrier, proved } = carrierFor(core.db, account, clock.now());
  const isLast = carrier === 'blocks';
  const posted = await call(POST, isLast && inBlocks !== null ? inBlocks : args, answer);
  const code = refusalCode(posted);
  if (inBlocks === null) return posted;
  if (code === TOO_LARGE) return call(POST, inBlocks, answer);
  const isRefused = code === REFUSED && !isLast;
  if (!isRefused && (!posted.ok || proved)) return posted;
  if (posted.ok && (await cameThrough(work, args, posted.value, carrier))) return posted;
  if (isLast) {
    forgetCarrier(core.db, account);
    return err(NOT_CARRIED);
  }
  // Written down before the next try, which may fail: it would else begin with what is in vain.
  rememberCarrier(core.db, account, { carrier: 'blocks', proved: false }, clock.now());
  if (posted.ok) await new Promise<void>((resolve) => void clock.after(POST_EVERY_MS, resolve));
  return post(work, args, answer);
}

/**
 * Reads a post back, and takes it away when it came through bare. What cannot be read now counts as
 * come through: the mirror looks at each post again.
 */
async function cameThrough(
  { core, account, call }: Work,
  { channel, thread_ts }: SlackArgs,
  posted: unknown,
  carrier: Carrier,
): Promise<boolean> {
  const ts = Posted.safeParse(posted).data?.ts;
  if (ts === undefined) return true;
  const seen = await readBack(call, channel, ts, thread_ts);
  if (seen === 'unknown') return true;
  core.ports.log({ level: 'info', event: 'slack.carrier', detail: { carrier, seen } });
  if (seen === 'carried') {
    rememberCarrier(core.db, account, { carrier, proved: true }, core.ports.clock.now());
    return true;
  }
  // It was this call that posted it: nobody has answered to it, and people need not read it twice.
  await call('chat.delete', { channel, ts }, z.object({}));
  return false;
}

/** A reply stands in no history: its thread is read, from it on. */
async function readBack(
  call: SlackCall,
  channel: unknown,
  ts: string,
  thread: unknown,
): Promise<'carried' | 'bare' | 'unknown'> {
  const args = { channel, latest: ts, inclusive: true, limit: PROOF_PAGE };
  const all = { ...args, include_all_metadata: true };
  const page =
    thread === undefined
      ? await call('conversations.history', all, Page)
      : await call('conversations.replies', { ...all, ts: String(thread), oldest: ts }, Page);
  if (!page.ok) return 'unknown';
  const found = page.value.messages.map(messageIn).find((message) => message?.ts === ts);
  if (found === undefined || found === null) return 'unknown';
  return found.metadata === undefined ? 'bare' : 'carried';
}

const refusalCode = (posted: Result<unknown, SlackFailure>): string | null =>
  posted.ok || posted.error.kind !== 'platform' ? null : posted.error.code;

/** The same message with its metadata in a block; null where that is no way either. */
function inBlock({ metadata, ...args }: SlackArgs): SlackArgs | null {
  const parsed = Metadata.safeParse(metadata);
  const block = parsed.success ? toBlock(parsed.data) : null;
  if (block === null || !Array.isArray(args.blocks)) return null;
  return { ...args, blocks: [...args.blocks, block] };
}
