import type { Content } from './content.ts';
import { APART, CELL_PART, EMPTY } from './markdown.ts';
import { readText } from './read-markdown-text.ts';

/** Lists within lists, and quotes: deeper than this nobody writes, and a file may be made to hurt. */
const DEPTH_MAX = 20;

/** Reads a document that was written as Markdown. Whatever it does not know is text. */
export function readMarkdown(markdown: string): Content {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  const content = readBlocks(lines, 0);
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}

/** A block that was read, and the line after it. */
type Read = { readonly node: Content; readonly next: number };

function readBlocks(lines: readonly string[], depth: number): Content[] {
  const nodes: Content[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || line === APART) {
      at += 1;
      continue;
    }
    const { node, next } = readBlock(lines, at, depth);
    nodes.push(node);
    at = next;
  }
  return nodes;
}

const HEADING = /^(#{1,3}) (.*)$/;
const FENCE = /^(`{3,})([\w+#-]*)$/;
const IMAGE = /^!\[((?:\\.|[^\]\\])*)\]\(([^\s()]*)\)$/;
const ITEM = /^(- \[[ x]\] |- |(\d{1,9})\. )/;

function readBlock(lines: readonly string[], at: number, depth: number): Read {
  const line = lines[at] ?? '';
  const heading = HEADING.exec(line);
  if (heading !== null) {
    const node = withText('heading', heading[2] ?? '', { level: heading[1]?.length ?? 1 });
    return { node, next: at + 1 };
  }
  if (line === '---') return { node: { type: 'horizontalRule' }, next: at + 1 };
  const image = imageIn(line);
  if (image !== null) return { node: image, next: at + 1 };
  if (FENCE.test(line)) return readCode(lines, at);
  if (line.startsWith('|')) return readTable(lines, at);
  if (depth < DEPTH_MAX && line.startsWith('>')) return readQuote(lines, at, depth);
  if (depth < DEPTH_MAX && ITEM.test(line)) return readList(lines, at, depth);
  return readParagraph(lines, at);
}

function withText(type: string, said: string, attrs?: Content['attrs']): Content {
  const content = said === EMPTY ? [] : readText(said);
  const bare: Content = attrs === undefined ? { type } : { type, attrs };
  return content.length === 0 ? bare : { ...bare, content };
}

function imageIn(line: string): Content | null {
  const [, alt, src] = IMAGE.exec(line) ?? [];
  if (alt === undefined || src === undefined) return null;
  const words = readText(alt).map(({ text = '' }) => text);
  return { type: 'image', attrs: { src, alt: words.join('') } };
}

/** Lines that end in a break go on. */
function readParagraph(lines: readonly string[], at: number): Read {
  let end = at + 1;
  while (end < lines.length && /(^|[^\\])(\\\\)*\\$/.test(lines[end - 1] ?? '')) end += 1;
  return { node: withText('paragraph', lines.slice(at, end).join('\n')), next: end };
}

function readCode(lines: readonly string[], at: number): Read {
  const [, fence = '', language = ''] = FENCE.exec(lines[at] ?? '') ?? [];
  const found = lines.indexOf(fence, at + 1);
  const end = found < 0 ? lines.length : found;
  const text = lines.slice(at + 1, end).join('\n');
  const attrs = { language: language === '' ? null : language };
  const content = text === '' ? {} : { content: [{ type: 'text', text }] };
  return { node: { type: 'codeBlock', attrs, ...content }, next: end + 1 };
}

function readQuote(lines: readonly string[], at: number, depth: number): Read {
  let end = at;
  while (end < lines.length && (lines[end] ?? '').startsWith('>')) end += 1;
  const inside = lines.slice(at, end).map((line) => line.replace(/^> ?/, ''));
  return { node: { type: 'blockquote', content: readBlocks(inside, depth + 1) }, next: end };
}

type ListKind = 'bulletList' | 'orderedList' | 'taskList';

const kindOf = (marker: string): ListKind => {
  if (/^\d/.test(marker)) return 'orderedList';
  return marker.length > 2 ? 'taskList' : 'bulletList';
};

function readList(lines: readonly string[], at: number, depth: number): Read {
  const [first = ''] = ITEM.exec(lines[at] ?? '') ?? [];
  const kind = kindOf(first);
  const items: Content[] = [];
  let next = at;
  for (;;) {
    const [marker] = ITEM.exec(lines[next] ?? '') ?? [];
    if (marker === undefined || kindOf(marker) !== kind) break;
    const item = readItem(lines, next, marker, depth);
    items.push(item.node);
    next = item.next;
  }
  const attrs = kind === 'orderedList' ? { attrs: { start: Number.parseInt(first, 10) } } : {};
  return { node: { type: kind, ...attrs, content: items }, next };
}

function readItem(lines: readonly string[], at: number, marker: string, depth: number): Read {
  const kind = kindOf(marker);
  const width = kind === 'taskList' ? 2 : marker.length;
  const indent = ' '.repeat(width);
  let end = at + 1;
  while (end < lines.length) {
    const line = lines[end] ?? '';
    // A blank line belongs to the item where more of it follows.
    const goesOn = line === '' && isInside(lines, end, indent);
    if (!goesOn && !line.startsWith(indent)) break;
    end += 1;
  }
  const inside = lines.slice(at, end).map((line, i) => line.slice(i === 0 ? marker.length : width));
  const content = readBlocks(inside, depth + 1);
  // An item begins with a paragraph.
  const whole = content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content];
  if (kind !== 'taskList') return { node: { type: 'listItem', content: whole }, next: end };
  const attrs = { checked: marker.includes('x') };
  return { node: { type: 'taskItem', attrs, content: whole }, next: end };
}

function isInside(lines: readonly string[], at: number, indent: string): boolean {
  const next = lines.slice(at).find((line) => line !== '');
  return next?.startsWith(indent) ?? false;
}

function readTable(lines: readonly string[], at: number): Read {
  let end = at;
  while (end < lines.length && (lines[end] ?? '').startsWith('|')) end += 1;
  const rows = lines.slice(at, end).map(cellsIn);
  const body = rows.filter((_, i) => i !== 1 || !/^\|[\s|:-]+$/.test(lines[at + 1] ?? ''));
  const content = body.map((cells, row) => ({
    type: 'tableRow',
    content: cells.map((said) => ({
      type: row === 0 ? 'tableHeader' : 'tableCell',
      content: cellContent(said),
    })),
  }));
  return { node: { type: 'table', content }, next: end };
}

function cellContent(said: string): Content[] {
  return said.split(CELL_PART).map((part) => imageIn(part) ?? withText('paragraph', part));
}

/** Cells between bars that nothing escapes. */
function cellsIn(line: string): readonly string[] {
  const cells = [...line.matchAll(/((?:\\.|[^|\\])*)\|/g)].map(([, cell = '']) => cell.trim());
  return cells.slice(1);
}
