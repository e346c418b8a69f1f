import { z } from 'zod';
import { textOfAttachments } from './attachment-text.ts';
import { fromBlocks } from './block-carrier.ts';
import { textOfBlocks } from './block-text.ts';

/** Ten digits until the year 2286, so that text order is time order. */
const TS = /^\d{10}\.\d{6}$/;
const Ts = z.string().regex(TS);

const Reaction = z.object({
  name: z.string().max(200),
  count: z.int().min(0),
  users: z.array(z.string().max(40)).catch([]),
});

/** Only what we mirror. @see java-slack-sdk, json-logs/samples/objects/File.json */
const File = z.object({
  id: z.string().min(1).max(40),
  name: z.string().nullish().catch(null),
  title: z.string().nullish().catch(null),
  mimetype: z.string().max(200).catch(''),
  size: z.number().min(0).catch(0),
  mode: z.string().optional().catch(undefined),
  url_private: z.string().max(2_000).optional().catch(undefined),
});

/** Slack cuts a message's text here; with what is attached to it, it is no longer here either. */
const TEXT_MAX = 40_000;

const optional = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);

/** A message as far as we read it. What is odd in it counts as absent; only its `ts` must be right. */
const Message = z
  .object({
    ts: Ts,
    text: z.string().catch(''),
    user: optional(z.string()),
    bot_id: optional(z.string()),
    username: optional(z.string()),
    subtype: optional(z.string()),
    edited: optional(z.object({ ts: Ts })),
    metadata: optional(z.object({ event_type: z.string(), event_payload: z.unknown() })),
    thread_ts: optional(Ts),
    reply_count: optional(z.int().min(0)),
    latest_reply: optional(z.string().max(40)),
    reactions: optional(z.array(Reaction)),
    files: optional(z.array(z.unknown()).transform((list) => list.flatMap(fileIn))),
    pinned_to: optional(z.array(z.string())),
    blocks: optional(z.array(z.unknown())),
    attachments: optional(z.array(z.unknown())),
  })
  .transform(({ blocks = [], attachments = [], ...read }) => {
    // What bots send is often blocks or attachments alone: it is to be read and found as any other.
    const own = read.text.trim() === '' ? textOfBlocks(blocks) : read.text;
    const attached = textOfAttachments(attachments, own);
    const said = [own, attached].filter((text) => text !== '').join('\n');
    const message = { ...read, text: said.slice(0, TEXT_MAX).toWellFormed() };
    // What a token may not post as metadata comes in a block.
    const metadata = message.metadata ?? fromBlocks(blocks);
    return metadata === undefined ? message : { ...message, metadata };
  });

export type HistoryMessage = z.infer<typeof Message>;
export type HistoryFile = z.infer<typeof File>;

function fileIn(value: unknown): HistoryFile[] {
  const file = File.safeParse(value);
  return file.success ? [file.data] : [];
}

/** Reads a message; null for something that has no place in a channel. */
export function messageIn(value: unknown): HistoryMessage | null {
  return Message.safeParse(value).data ?? null;
}

/** A `ts` moved by some ms. */
export function later(ts: string, ms: number): string {
  return tsOf(microsOf(ts) + BigInt(Math.floor(ms)) * 1_000n);
}

/** The first `ts` there could be after another. */
export function justAfter(ts: string): string {
  return tsOf(microsOf(ts) + 1n);
}

/** Microseconds: more digits than a number keeps. */
const microsOf = (ts: string): bigint => BigInt(ts.replace('.', ''));

function tsOf(micros: bigint): string {
  const digits = String(micros).padStart(16, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
