import type { Change } from '#shared/domain/change.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { changeGlyph, sentence } from '#shared/domain/sentence.ts';

/** What a person without Quarterdeck reads. `text` is for notifications, `blocks` for the channel. */
export type Readable = { readonly text: string; readonly blocks: readonly Block[] };

type Block = {
  readonly type: 'section';
  readonly text: { readonly type: 'plain_text'; readonly text: string; readonly emoji: false };
};

/** One op in the words of the timeline. */
export type ToldOp = {
  readonly changes: readonly Change[];
  /** Named where the message's own author is not who did it (a shared bot token). */
  readonly by: string | null;
  /** ms since 1970. */
  readonly at: number;
};

/** Slack cuts a section at 3,000 characters and a message near 13,200; we stay well below. */
const SECTION_MAX = 2_900;
const MESSAGE_MAX = 8_700;
/** Past this a notification is cut anyway. */
const TEXT_MAX = 3_000;

/** Only these three; everything else is left alone. @see docs.slack.dev/messaging/formatting-message-text */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/**
 * The message of a batch: one op as its sentence, several as a digest with a line each.
 * A line is cut at `lineMax` characters.
 * User text stands in plain text elements, where Slack gives no mark or mention a meaning.
 */
export function readable(
  ops: readonly ToldOp[],
  nameOf: (ref: PersonRef) => string,
  lineMax = MESSAGE_MAX,
): Readable {
  return plain(tell(ops, nameOf, lineMax));
}

/**
 * The same in several messages, for ops that need as many to travel: the text goes on from one to
 * the next, so that nothing of it is cut.
 */
export function readableIn(
  parts: number,
  ops: readonly ToldOp[],
  nameOf: (ref: PersonRef) => string,
): readonly Readable[] {
  const characters = [...tell(ops, nameOf, Number.POSITIVE_INFINITY)];
  const size = Math.max(1, Math.ceil(characters.length / parts));
  return Array.from({ length: parts }, (_, i) => {
    const piece = characters.slice(i * size, (i + 1) * size).join('');
    return plain(i === 0 ? piece : `(${i + 1} of ${parts}) ${piece}`);
  });
}

function tell(ops: readonly ToldOp[], nameOf: (ref: PersonRef) => string, lineMax: number): string {
  const lines = ops.flatMap((op) => linesOf(op, nameOf)).map((line) => cutTo(line, lineMax));
  const [first] = ops;
  const last = ops.at(-1);
  const head =
    ops.length > 1 && first !== undefined && last !== undefined
      ? [`${ops.length} changes made between ${clockTime(first.at)} and ${clockTime(last.at)} UTC`]
      : [];
  return [...head, ...lines].join('\n');
}

/** A plain message of our own words. */
export function plain(whole: string): Readable {
  const text = cutTo(whole, MESSAGE_MAX);
  const blocks: Block[] = [];
  for (let i = 0; i < text.length; ) {
    const part = sectionFrom(text, i);
    i += part.length;
    blocks.push({ type: 'section', text: { type: 'plain_text', text: part, emoji: false } });
  }
  return { text: escapeText(cutTo(whole, TEXT_MAX)), blocks };
}

function linesOf(op: ToldOp, nameOf: (ref: PersonRef) => string): readonly string[] {
  const by = op.by === null ? '' : `, by ${op.by}`;
  return op.changes.map((change) => `${changeGlyph(change)} ${sentence(change, nameOf)}${by}`);
}

/** As much as a section holds, never half a character. */
function sectionFrom(text: string, start: number): string {
  const end = start + SECTION_MAX;
  const isHalf = end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return text.slice(start, isHalf ? end - 1 : end);
}

function cutTo(text: string, max: number): string {
  if (text.length <= max) return text;
  // A cut inside a surrogate pair would leave half a character.
  const end = /[\uD800-\uDBFF]/.test(text.charAt(max - 2)) ? max - 2 : max - 1;
  return `${text.slice(0, end)}…`;
}

/** In UTC, since the channel's readers sit in many zones. */
function clockTime(ms: number): string {
  return new Date(ms).toISOString().slice(11, 16);
}
