import { DOMParser, type ParseRule, type Schema } from '@tiptap/pm/model';

const HANDLER = /\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi;
const STYLE = /\sstyle\s*=/gi;
/** What stands between their tags is no text. */
const NOT_TEXT = /^<(style|script|noscript|template)\b/i;

/**
 * Pasted HTML as it can be read under the content security policy, which forbids inline styles even
 * where nothing is shown: they are set aside under another name. What may stand in a post-mortem is
 * not decided here but by its schema.
 */
export function readableHtml(html: string): string {
  const lower = html.toLowerCase();
  const kept: string[] = [];
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf('<', at);
    if (tag < 0) break;
    kept.push(html.slice(at, tag));
    const skipped = skip(html, lower, tag);
    const end = skipped ?? tagEnd(html, tag);
    if (skipped === null) kept.push(quiet(html.slice(tag, end)));
    at = end;
  }
  kept.push(html.slice(at));
  return kept.join('');
}

/** Where a comment, or what is no text, ends that begins here; null where neither does. */
function skip(html: string, lower: string, tag: number): number | null {
  const name = html.startsWith('<!--', tag)
    ? null
    : NOT_TEXT.exec(html.slice(tag, tag + 12))?.[1]?.toLowerCase();
  if (name === undefined) return null;
  const last = name === null ? '-->' : `</${name}`;
  const close = lower.indexOf(last, tag);
  if (close < 0) return html.length;
  return name === null ? close + 3 : tagEnd(html, close);
}

/** One after the `>` that closes a tag: one inside quotes does not. */
function tagEnd(html: string, tag: number): number {
  let quote: string | null = null;
  for (let at = tag + 1; at < html.length; at += 1) {
    const letter = html.charAt(at);
    if (quote !== null) quote = letter === quote ? null : quote;
    else if (letter === '>') return at + 1;
    else if (letter === '"' || letter === "'") quote = letter;
  }
  return html.length;
}

const quiet = (tag: string) => tag.replace(HANDLER, '').replace(STYLE, ' data-style=');

const styled = (mark: string, isSo: RegExp): ParseRule => ({
  tag: '[data-style]',
  mark,
  consuming: false,
  priority: 60,
  getAttrs: (element) => (isSo.test(element.getAttribute('data-style') ?? '') ? null : false),
});

/** Reads pasted HTML: what other programs say by styles alone is bold, italic or struck here too. */
export function clipboardParser(schema: Schema): DOMParser {
  return new DOMParser(schema, [
    // Google Docs wraps all that it copies in a <b> that is none.
    { tag: 'b[data-style*="font-weight:normal"]', skip: true, priority: 100 },
    styled('bold', /font-weight:\s*(bold|[6-9]00)/i),
    styled('italic', /font-style:\s*italic/i),
    styled('strike', /text-decoration[\w-]*:[^;]*line-through/i),
    ...DOMParser.fromSchema(schema).rules,
  ]);
}
