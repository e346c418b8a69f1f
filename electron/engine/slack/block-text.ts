import { isSlackUser } from '#shared/domain/person.ts';
import { escapeText } from './message.ts';

/** As many as Slack lets a message have. */
const BLOCKS_MAX = 50;
/** Slack cuts a text here; what a stranger sends may be longer. */
const LENGTH_MAX = 40_000;
/** A web or mail address that cannot end the control sequence it stands in. */
const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s<>|]+$/i;
/** What stands for a channel, a group of people, an emoji. */
const ID = /^[A-Z0-9]{2,40}$/;
const EMOJI = /^[a-z0-9_+'-]{1,100}(?:::skin-tone-[2-6])?$/;
const RANGE = /^(?:here|channel|everyone)$/;

type Fields = { readonly [name: string]: unknown };

/**
 * What blocks say to people, as a message's `text` would say it (escaped, with `<@U1>` and the
 * like), a line a part; empty where they say nothing. Reads headers, sections, context, `markdown`
 * and rich text; buttons, fields to fill in and whatever it does not know say nothing. Never throws.
 * @see https://docs.slack.dev/reference/block-kit/blocks
 */
export function textOfBlocks(blocks: readonly unknown[]): string {
  const lines = blocks.slice(0, BLOCKS_MAX).flatMap((block) => linesOf(fieldsOf(block)));
  const text = lines.filter((line) => line.trim() !== '').join('\n');
  return text.length <= LENGTH_MAX ? text : `${text.slice(0, LENGTH_MAX - 1).toWellFormed()}…`;
}

function linesOf(block: Fields): readonly string[] {
  switch (block.type) {
    case 'header':
      return [textObject(block.text)];
    case 'section':
      return [textObject(block.text), ...listOf(block.fields).map(textObject)];
    case 'context':
      return [listOf(block.elements).map(textObject).filter(Boolean).join(' ')];
    case 'markdown':
      return [escapeText(stringOf(block.text))];
    case 'rich_text':
      return listOf(block.elements).flatMap((part) => richLines(fieldsOf(part)));
    default:
      return [];
  }
}

/** A text object: `mrkdwn` is written as a message's text is, `plain_text` means what it shows. */
function textObject(value: unknown): string {
  const { type, text } = fieldsOf(value);
  if (type === 'mrkdwn') return stringOf(text);
  return type === 'plain_text' ? escapeText(stringOf(text)) : '';
}

function richLines({ type, elements }: Fields): readonly string[] {
  const parts = listOf(elements).map(fieldsOf);
  const said = () => parts.map(inlineText).join('');
  switch (type) {
    case 'rich_text_section':
      return [said()];
    case 'rich_text_list':
      return parts.map(
        (item) => `• ${listOf(item.elements).map(fieldsOf).map(inlineText).join('')}`,
      );
    case 'rich_text_quote':
      return said()
        .split('\n')
        .map((line) => `&gt; ${line}`);
    case 'rich_text_preformatted':
      return [`\`\`\`${said()}\`\`\``];
    default:
      return [];
  }
}

/** @see https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
function inlineText(part: Fields): string {
  const { type, text, name, range, fallback } = part;
  switch (type) {
    case 'text':
      return escapeText(stringOf(text));
    case 'link':
      return linkText(stringOf(part.url), stringOf(text));
    case 'user':
      return personText(stringOf(part.user_id));
    case 'channel':
      return ID.test(stringOf(part.channel_id)) ? `<#${part.channel_id}>` : '';
    case 'usergroup':
      return ID.test(stringOf(part.usergroup_id)) ? `<!subteam^${part.usergroup_id}>` : '';
    case 'emoji':
      return EMOJI.test(stringOf(name)) ? `:${name}:` : '';
    case 'broadcast':
      return RANGE.test(stringOf(range)) ? `<!${range}>` : '';
    case 'date':
      return escapeText(stringOf(fallback));
    default:
      return '';
  }
}

function linkText(url: string, label: string): string {
  if (!ADDRESS.test(url)) return escapeText(label || url);
  const shown = label === '' ? '' : `|${escapeText(label).replaceAll('|', '¦')}`;
  return `<${escapeText(url)}${shown}>`;
}

/** A link to a text that is escaped already; the text alone where the address is none. */
export function linkTo(url: string, escaped: string): string {
  if (escaped === '' || !ADDRESS.test(url)) return escaped;
  return `<${escapeText(url)}|${escaped.replace(/[<>]/g, '').replaceAll('|', '¦')}>`;
}

const personText = (id: string) => (isSlackUser(id) ? `<@${id}>` : '');

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, LENGTH_MAX) : [];

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};
