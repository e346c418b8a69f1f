import { type Content, text } from './content.ts';

/** An address as people paste it, without the sentence's own end. */
const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g;

/** What somebody wrote, with its addresses as links. */
export function linkedText(value: string): Content[] {
  const parts: Content[] = [];
  let at = 0;
  for (const found of value.matchAll(ADDRESS)) {
    if (found.index > at) parts.push(text(value.slice(at, found.index)));
    parts.push(text(found[0], { type: 'link', attrs: { href: found[0] } }));
    at = found.index + found[0].length;
  }
  if (at < value.length) parts.push(text(value.slice(at)));
  return parts;
}

/** What somebody wrote, a paragraph; its line breaks stay. */
export function written(value: string): Content {
  const lines = value.trim().split('\n').map(linkedText);
  const content = lines.flatMap((parts, i) =>
    i === 0 ? parts : [{ type: 'hardBreak' }, ...parts],
  );
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content };
}
