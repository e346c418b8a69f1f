/** Past this, a post is cut without an error. @see docs.slack.dev/reference/methods/chat.postMessage */
const POST_MAX = 40_000;

const BARE_URL = /(?<![<|])\bhttps?:\/\/[^\s<>|]+/g;
/** A `<` that opens nothing Slack knows, and a `>` that closes nothing. */
const STRAY_OPEN = /<(?![@#!]|[a-z]+:)/gi;
const STRAY_CLOSE = /(?<!<[^<>]*)>/g;
const STRAY_ESCAPE = /&(?!(?:amp|lt|gt);)/g;
const EMOJI: ReadonlyMap<string, string> = new Map([
  ['👍', ':+1:'],
  ['🔥', ':fire:'],
  ['✅', ':white_check_mark:'],
  ['🚨', ':rotating_light:'],
  ['👀', ':eyes:'],
  ['🎉', ':tada:'],
  ['🚀', ':rocket:'],
  ['❤️', ':heart:'],
  ['🙏', ':pray:'],
]);

const BEYOND_ASCII = /[\u0080-\uffff]/;

function emojiByName(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text;
  let named = text;
  for (const [emoji, name] of EMOJI) named = named.replaceAll(emoji, name);
  return named;
}

/**
 * Text as it comes back: addresses in angle brackets, some emoji by name, stray `&` escaped. What is
 * read is not what was sent, so nobody should rely on it.
 * @see docs.slack.dev/messaging/formatting-message-text
 */
export function normalised(text: string): string {
  return emojiByName(
    text
      .slice(0, POST_MAX)
      .replace(STRAY_ESCAPE, '&amp;')
      .replace(STRAY_OPEN, '&lt;')
      .replace(STRAY_CLOSE, '&gt;')
      .replace(BARE_URL, '<$&>'),
  );
}

/** Plain text of a block: nothing in it is markup, so every bracket is escaped. */
export function normalisedPlain(text: string): string {
  const escaped = text.replace(STRAY_ESCAPE, '&amp;').replaceAll('<', '&lt;');
  return emojiByName(escaped.replaceAll('>', '&gt;'));
}

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The parts of a text: what stands in angle brackets, and what stands between. */
const PARTS = /<([^<>]+)>|[^<]+|</g;

/** A text as Slack's own windows send it: rich text, in which mentions and links are elements. */
export function richText(text: string): object[] {
  return [...text.matchAll(PARTS)].map(([part, inner]) => {
    if (inner === undefined) return { type: 'text', text: unescaped(part) };
    const [target = '', label] = inner.split('|');
    if (target.startsWith('@')) return { type: 'user', user_id: target.slice(1) };
    if (target.startsWith('#')) return { type: 'channel', channel_id: target.slice(1) };
    if (target.startsWith('!')) return { type: 'broadcast', range: target.slice(1) };
    const url = unescaped(target);
    return label === undefined
      ? { type: 'link', url }
      : { type: 'link', url, text: unescaped(label) };
  });
}
