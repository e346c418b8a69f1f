import type { Content } from './content.ts';

/** How a mark is written: as Markdown where it stands free, else as a tag, which may touch words. */
const WRAPS: readonly { readonly mark: string; readonly sign: string; readonly tag: string }[] = [
  { mark: 'bold', sign: '**', tag: 'strong' },
  { mark: 'italic', sign: '_', tag: 'em' },
  { mark: 'strike', sign: '~~', tag: 'del' },
];

/** The address of a person, and of a line of the timeline, in exported text. */
export const PERSON_ADDRESS = 'quarterdeck:person/';
export const ENTRY_ADDRESS = 'quarterdeck:entry/';

/** Where the text stands: a cell is one line, and a bar ends it. */
export type Standing = 'line' | 'cell';

/** Inline content as Markdown. */
export function textMarkdown(nodes: readonly Content[], standing: Standing): string {
  const said = linked(nodes, standing);
  // A break at the end would take the next line with it.
  return standing === 'line' ? lineStarts(said.replace(/\\\n$/, '<br>')) : said;
}

/** Links are outermost: what is in them may be bold. */
function linked(nodes: readonly Content[], standing: Standing): string {
  return groups(nodes, hrefOf)
    .map(({ key, nodes: inside, before, after }) => {
      const said = wrapped(inside, 0, standing, before, after);
      return key === null ? said : `[${said}](${address(key)})`;
    })
    .join('');
}

const hrefOf = ({ marks = [] }: Content): string | null => {
  const link = marks.find(({ type }) => type === 'link');
  return link === undefined ? null : String(link.attrs?.href ?? '');
};

/** Neighbours that have the same key, with the text on either side of them. */
function groups(nodes: readonly Content[], keyOf: (node: Content) => string | null) {
  const found: { key: string | null; nodes: Content[]; before: string; after: string }[] = [];
  for (const node of nodes) {
    const key = keyOf(node);
    const last = found.at(-1);
    if (last !== undefined && last.key === key) last.nodes.push(node);
    else found.push({ key, nodes: [node], before: '', after: '' });
  }
  for (const [i, group] of found.entries()) {
    group.before = found[i - 1]?.nodes.at(-1)?.text ?? '';
    group.after = found[i + 1]?.nodes[0]?.text ?? '';
  }
  return found;
}

const WORD_END = /[\p{L}\p{N}_]$/u;
const WORD_START = /^[\p{L}\p{N}_]/u;

function wrapped(
  nodes: readonly Content[],
  depth: number,
  standing: Standing,
  before: string,
  after: string,
): string {
  const wrap = WRAPS[depth];
  if (wrap === undefined) return nodes.map((node) => leaf(node, standing)).join('');
  const has = ({ marks = [] }: Content) =>
    marks.some(({ type }) => type === wrap.mark) ? '' : null;
  return groups(nodes, has)
    .map((group) => {
      const left = group.before === '' ? before : group.before;
      const right = group.after === '' ? after : group.after;
      const said = wrapped(group.nodes, depth + 1, standing, left, right);
      if (group.key === null) return said;
      const touches = WORD_END.test(left) || WORD_START.test(right);
      return touches ? `<${wrap.tag}>${said}</${wrap.tag}>` : `${wrap.sign}${said}${wrap.sign}`;
    })
    .join('');
}

function leaf({ type, text = '', marks = [], attrs = {} }: Content, standing: Standing): string {
  if (type === 'hardBreak') return standing === 'cell' ? '<br>' : '\\\n';
  if (type === 'mention') {
    const name = String(attrs.label ?? attrs.id ?? '');
    return `[${escaped(`@${name}`)}](${address(`${PERSON_ADDRESS}${encoded(attrs.id)}`)})`;
  }
  if (type === 'evidence') {
    const at = typeof attrs.at === 'number' ? `?at=${attrs.at}` : '';
    const to = `${ENTRY_ADDRESS}${encoded(attrs.entry)}${at}`;
    return `[${escaped(String(attrs.text ?? ''))}](${address(to)})`;
  }
  return marks.some((mark) => mark.type === 'code') ? code(text) : escaped(text);
}

const encoded = (value: unknown) => encodeURIComponent(String(value ?? ''));

/** Code that holds a backtick, a bar, or space at its ends goes as a tag, in which text is escaped. */
const code = (text: string) =>
  /^[^`|\s](?:[^`|\n\t]*[^`|\s])?$/.test(text) ? `\`${text}\`` : `<code>${escaped(text)}</code>`;

const address = (href: string) =>
  /^[^\s()<>\\[\]|]+$/.test(href) ? href : `<${href.replace(/[\s<>\\|]/g, encodeCharacter)}>`;

const encodeCharacter = (character: string) =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** Nothing that people wrote becomes a sign of Markdown, nor HTML; space at an end stays. */
export function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|&]|!$/g, '\\$&')
    .replace(/^\s+|\s+$|[\t\n\r\u2028\u2029]|\s{2,}/g, (space) =>
      [...space].map((one) => `&#${one.codePointAt(0)};`).join(''),
    );
}

/** What would begin a block at the beginning of a line. */
const lineStarts = (text: string) =>
  text.replace(/^([#+=-]|\d+(?=[.)]))/gm, (sign) =>
    /^\d/.test(sign) ? `${sign.slice(0, -1)}&#${sign.charCodeAt(sign.length - 1)};` : `\\${sign}`,
  );
