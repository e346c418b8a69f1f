import { z } from 'zod';
import { linkTo, textOfBlocks } from './block-text.ts';

/** As many as Slack lets a message have. */
const ATTACHMENTS_MAX = 100;
const FIELDS_MAX = 100;
/** Slack cuts a text here; what a stranger sends may be longer. */
const LENGTH_MAX = 40_000;

const Said = z.string().catch('');

/** What of an attachment is read: as Slack gives it, escaped. What is odd counts as absent. */
const Attachment = z.object({
  pretext: Said,
  author_name: Said,
  title: Said,
  title_link: Said,
  text: Said,
  fields: z.array(z.unknown()).catch([]),
  blocks: z.array(z.unknown()).catch([]),
  footer: Said,
  fallback: Said,
  from_url: z.unknown().optional(),
  original_url: z.unknown().optional(),
});
const Field = z.object({ title: Said, value: Said });

/**
 * What a message's attachments say to people, as its `text` would say it, a line a part: most alert
 * bots still say all they have to say so. Without previews of links, which Slack adds later and nobody
 * wrote. What the message's own text says already is not said again. Never throws.
 * @see https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments
 */
export function textOfAttachments(attachments: readonly unknown[], text: string): string {
  const known = new Set(text.split('\n').map((line) => line.trim()));
  const lines = attachments
    .slice(0, ATTACHMENTS_MAX)
    .flatMap(linesOf)
    .filter((line) => line.trim() !== '' && !known.has(line.trim()));
  const said = lines.join('\n');
  return said.length <= LENGTH_MAX ? said : `${said.slice(0, LENGTH_MAX - 1).toWellFormed()}…`;
}

function linesOf(value: unknown): readonly string[] {
  const read = Attachment.safeParse(value);
  if (!read.success) return [];
  const said = read.data;
  if (said.from_url !== undefined || said.original_url !== undefined) return [];
  const lines = [
    said.pretext,
    said.author_name,
    linkTo(said.title_link, said.title),
    said.text,
    ...said.fields.slice(0, FIELDS_MAX).map(fieldLine),
    textOfBlocks(said.blocks),
    said.footer,
  ].filter((line) => line.trim() !== '');
  // The fallback is for those who are shown nothing else.
  return lines.length === 0 ? [said.fallback] : lines;
}

function fieldLine(value: unknown): string {
  const read = Field.safeParse(value);
  if (!read.success) return '';
  const { title, value: says } = read.data;
  if (title.trim() === '' || says.trim() === '') return title || says;
  return `${title.replace(/:\s*$/, '')}: ${says}`;
}
