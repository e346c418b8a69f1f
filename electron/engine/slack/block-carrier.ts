import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';

/** Metadata as Slack has it: what a message says to machines. */
export type Metadata = { readonly event_type: string; readonly event_payload: unknown };

/** Marks the block that carries metadata, and says how it is written. */
const BLOCK_ID = 'quarterdeck:1';
/** Slack's limit is 2,000. @see docs.slack.dev/reference/block-kit/block-elements/button-element */
const VALUE_MAX = 1_900;
/** Slack's limit for the elements of an actions block. */
const BUTTONS_MAX = 25;
/** What a stranger can make us unpack. */
const UNPACKED_MAX = 256 * 1024;

const Block = z.object({
  type: z.literal('actions'),
  block_id: z.literal(BLOCK_ID),
  elements: z
    .array(z.object({ type: z.literal('button'), value: z.string().max(2_000) }))
    .min(1)
    .max(BUTTONS_MAX),
});
const Carried = z.object({ event_type: z.string(), event_payload: z.unknown() });

/**
 * Metadata as a row of buttons, for tokens that may not post metadata. Packed, so that it is one
 * button nearly always; in letters that Slack leaves alone. Null for what is too large.
 */
export function toBlock(metadata: Metadata): object | null {
  const packed = deflateRawSync(JSON.stringify(metadata)).toString('base64url');
  const values = packed.match(new RegExp(`.{1,${VALUE_MAX}}`, 'g')) ?? [];
  if (values.length > BUTTONS_MAX) return null;
  return {
    type: 'actions',
    block_id: BLOCK_ID,
    elements: values.map((value, i) => ({
      type: 'button',
      action_id: `quarterdeck-${i}`,
      text: { type: 'plain_text', text: i === 0 ? 'Quarterdeck' : '·', emoji: false },
      value,
    })),
  };
}

/** The metadata that a message's blocks carry, or undefined. Never throws: blocks are anybody's. */
export function fromBlocks(blocks: readonly unknown[]): Metadata | undefined {
  for (const candidate of blocks) {
    const block = Block.safeParse(candidate);
    if (block.success) return unpacked(block.data.elements.map(({ value }) => value).join(''));
  }
  return undefined;
}

/** What was unpacked last: a page is read again and again, and nearly all of it is as it was. */
const known = new Map<string, Metadata>();
const KNOWN_MAX = 1_000;
/** In characters. What is longer is rare, and too much to keep. */
const KEPT_LENGTH = 4_000;

function unpacked(packed: string): Metadata | undefined {
  const held = known.get(packed);
  if (held !== undefined) return held;
  try {
    const limit = { maxOutputLength: UNPACKED_MAX };
    const text = inflateRawSync(Buffer.from(packed, 'base64url'), limit).toString('utf8');
    const carried = Carried.safeParse(JSON.parse(text));
    if (!carried.success) return undefined;
    if (known.size >= KNOWN_MAX) known.clear();
    if (text.length <= KEPT_LENGTH) known.set(packed, carried.data);
    return carried.data;
  } catch {
    // Not ours, cut short or a bomb: then it is what it says to people.
    return undefined;
  }
}
