import { z } from 'zod';
import { badArguments, SlackError } from './answer.ts';
import { structure } from './arguments.ts';
import { newBlockId } from './chance.ts';
import { normalised, normalisedPlain, richText } from './message-text.ts';
import type { Call, World } from './world.ts';

/** @see docs.slack.dev/reference/block-kit/blocks */
const BLOCKS_MAX = 50;
const SECTION_MAX = 3_000;
const FIELD_MAX = 2_000;
const FIELDS_MAX = 10;
const HEADER_MAX = 150;
const CONTEXT_MAX = 10;
const BLOCK_ID_MAX = 255;
/** Not published, and it varies; this much was seen. @see github.com/slackapi/bolt-js/issues/2509 */
const BLOCKS_TEXT_MAX = 13_200;

const Text = z.looseObject({ type: z.enum(['plain_text', 'mrkdwn']), text: z.string().min(1) });
const textOf = (most: number) => Text.refine(({ text }) => text.length <= most);
const PlainText = Text.refine(
  ({ type, text }) => type === 'plain_text' && text.length <= HEADER_MAX,
);

const Base = z.looseObject({ type: z.string(), block_id: z.string().max(BLOCK_ID_MAX).optional() });
const SHAPES: Readonly<Record<string, z.ZodType>> = {
  section: Base.extend({
    text: textOf(SECTION_MAX).optional(),
    fields: z.array(textOf(FIELD_MAX)).max(FIELDS_MAX).optional(),
  }).refine(({ text, fields }) => text !== undefined || fields !== undefined),
  header: Base.extend({ text: PlainText }),
  context: Base.extend({ elements: z.array(z.looseObject({})).min(1).max(CONTEXT_MAX) }),
  actions: Base.extend({ elements: z.array(z.looseObject({})).min(1).max(25) }),
  rich_text: Base.extend({ elements: z.array(z.looseObject({})) }),
  divider: Base,
  file: Base,
  input: Base,
  table: Base,
  video: Base,
  image: Base.extend({ alt_text: z.string() }),
  markdown: Base.extend({ text: z.string().min(1).max(12_000) }),
};

const Blocks = z.array(z.looseObject({ type: z.string() }));

/** The blocks a call sends, checked and as Slack keeps them; null when it sends none. */
export function readBlocks(call: Call): readonly object[] | null {
  const given = structure(call.args, 'blocks', 'invalid_blocks_format');
  if (given === null) return null;
  const blocks = Blocks.safeParse(given);
  if (!blocks.success)
    throw badArguments('blocks must be a list of blocks', 'invalid_blocks_format');
  if (blocks.data.length > BLOCKS_MAX) {
    throw badArguments(
      `no more than ${BLOCKS_MAX} items allowed [json-pointer:/blocks]`,
      'invalid_blocks',
    );
  }
  for (const [i, block] of blocks.data.entries()) {
    if (SHAPES[block.type]?.safeParse(block).success !== true) {
      throw badArguments(`invalid block [json-pointer:/blocks/${i}]`, 'invalid_blocks');
    }
  }
  const length = blocks.data.reduce((sum, block) => sum + textLength(block), 0);
  if (length > BLOCKS_TEXT_MAX) throw new SlackError('msg_blocks_too_long');
  return blocks.data.map((block) => ({
    ...kept(block),
    block_id: typeof block.block_id === 'string' ? block.block_id : newBlockId(call.world),
  }));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All text under a block, however deep. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (key === 'text' && typeof inner === 'string' ? inner.length : textLength(inner)),
    0,
  );
}

/** A block as it comes back: its texts are changed as the message's own text is. */
function kept(block: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(block).map(([key, value]) => [key, keptValue(value)]));
}

function keptValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keptValue);
  if (!isObject(value)) return value;
  const { type, text } = value;
  if (typeof text === 'string' && type === 'plain_text') {
    return { emoji: true, ...value, text: normalisedPlain(text) };
  }
  if (typeof text === 'string' && type === 'mrkdwn') {
    return { verbatim: false, ...value, text: normalised(text) };
  }
  return kept(value);
}

/** The block that stands for text which a person wrote in Slack's own window. */
export function writtenBlocks(world: Pick<World, 'random'>, text: string): readonly object[] {
  const section = { type: 'rich_text_section', elements: richText(text) };
  return [{ type: 'rich_text', block_id: newBlockId(world), elements: [section] }];
}
