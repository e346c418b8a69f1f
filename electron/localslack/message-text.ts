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
]);

/**
 * Text as it comes back: addresses in angle brackets, some emoji by name, stray `&` escaped. What is
 * read is not what was sent, so nobody should rely on it.
 */
export function normalised(text: string): string {
  let changed = text
    .slice(0, POST_MAX)
    .replace(STRAY_ESCAPE, '&amp;')
    .replace(STRAY_OPEN, '&lt;')
    .replace(STRAY_CLOSE, '&gt;')
    .replace(BARE_URL, '<$&>');
  for (const [emoji, name] of EMOJI) changed = changed.replaceAll(emoji, name);
  return changed;
}
