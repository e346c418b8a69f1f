import type { Content } from './content.ts';
import { escaped, textMarkdown } from './markdown-text.ts';

/** Between two lists, which would else be one. */
export const APART = '<!-- -->';
/** A paragraph that says nothing. */
export const EMPTY = '&nbsp;';
/** Between the paragraphs of a cell. */
export const CELL_PART = '<p>';

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'taskList']);

/**
 * A document as Markdown (CommonMark with GitHub's tables and task lists): what `readMarkdown` reads
 * back as the same document. It is to be `exported` before.
 */
export function writeMarkdown(document: Content): string {
  return `${blocks(document.content ?? [])}\n`;
}

function blocks(nodes: readonly Content[]): string {
  const parts: string[] = [];
  for (const [i, node] of nodes.entries()) {
    const isList = LISTS.has(node.type ?? '');
    if (isList && LISTS.has(nodes[i - 1]?.type ?? '')) parts.push(APART);
    parts.push(block(node));
  }
  return parts.join('\n\n');
}

function block(node: Content): string {
  const { type, attrs = {}, content = [] } = node;
  switch (type) {
    case 'heading':
      // A heading is one line, as a cell is.
      return `${'#'.repeat(Number(attrs.level ?? 1))} ${oneLine(content)}`;
    case 'bulletList':
      return content.map((item) => listItem('- ', item)).join('\n');
    case 'orderedList':
      return content
        .map((item, i) => listItem(`${Number(attrs.start ?? 1) + i}. `, item))
        .join('\n');
    case 'taskList':
      return content.map(taskItem).join('\n');
    case 'blockquote':
      return blocks(content)
        .split('\n')
        .map((line) => (line === '' ? '>' : `> ${line}`))
        .join('\n');
    case 'codeBlock':
      return fenced(content.map(({ text = '' }) => text).join(''), String(attrs.language ?? ''));
    case 'horizontalRule':
      return '---';
    case 'image':
      return image(attrs);
    case 'table':
      return table(content);
    default:
      return paragraph(content);
  }
}

const paragraph = (content: readonly Content[]) =>
  content.length === 0 ? EMPTY : textMarkdown(content, 'line');

const oneLine = (content: readonly Content[]) =>
  content.length === 0 ? EMPTY : textMarkdown(content, 'cell');

function listItem(marker: string, { content = [] }: Content): string {
  return `${marker}${indented(blocks(content), marker.length)}`;
}

function taskItem({ attrs = {}, content = [] }: Content): string {
  return `- [${attrs.checked === true ? 'x' : ' '}] ${indented(blocks(content), 2)}`;
}

const indented = (text: string, by: number) =>
  text.replaceAll('\n', `\n${' '.repeat(by)}`).replace(/^ +$/gm, '');

function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language.replace(/[^\w+#-]/g, '')}\n${text}\n${fence}`;
}

function image(attrs: Readonly<Record<string, unknown>>): string {
  const to = String(attrs.src ?? '').replace(/[\s<>()\\|]/g, encodeURIComponent);
  return `![${escaped(String(attrs.alt ?? ''))}](${to})`;
}

function table(rows: readonly Content[]): string {
  const lines = rows.map(({ content = [] }) => `| ${content.map(cell).join(' | ')} |`);
  const columns = rows[0]?.content?.length ?? 0;
  const rule = `| ${Array.from({ length: columns }, () => '---').join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

/** A cell is one line: what is neither text nor an image is told by its text alone. */
function cell({ content = [] }: Content): string {
  const parts = content.flatMap(flat).map((node) => {
    if (node.type === 'image') return image(node.attrs ?? {});
    const said = textMarkdown(node.content ?? [], 'cell');
    return said === '' && content.length > 1 ? EMPTY : said;
  });
  return parts.join(CELL_PART);
}

function flat(node: Content): readonly Content[] {
  if (node.type === 'paragraph' || node.type === 'image') return [node];
  if (node.type === 'heading' || node.type === 'codeBlock') return [{ ...node, type: 'paragraph' }];
  return (node.content ?? []).flatMap(flat);
}
