import type { Notation } from '#shared/text/tree.ts';

/** A screen's worth of one text: a paste of more is opened when it is wanted. */
const LONG = 1_200;
const LINES = 16;

/** The beginning of a long text, never in the middle of a control sequence or of a character. */
export function cutSaid(text: string, notation: Notation): string | null {
  const lines = text.split('\n', LINES + 1);
  const isTall = lines.length > LINES;
  if (text.length <= LONG && !isTall) return null;
  const tall = isTall ? lines.slice(0, LINES).join('\n').length : text.length;
  let end = Math.min(tall, LONG);
  if (notation === 'slack') {
    const open = text.lastIndexOf('<', end - 1);
    if (open > text.lastIndexOf('>', end - 1) && end - open < LONG) end = open;
    const escaped = text.lastIndexOf('&', end - 1);
    if (end - escaped < '&amp;'.length && escaped >= 0) end = escaped;
  }
  if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1;
  const cut = text.slice(0, end);
  // What it cuts in a block of code stays in one.
  return (cut.split('```').length - 1) % 2 === 1 ? `${cut}\n\`\`\`` : `${cut}…`;
}
