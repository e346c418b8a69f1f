import { parseInline } from './inline.ts';
import { plainText } from './plain.ts';
import type { Block, ListItem, Notation, RichText } from './tree.ts';

const FENCE = '```';

/**
 * Reads a text into a tree. Every text has one: what is no notation is text. It takes time in
 * proportion to the text's length, whatever is in it.
 */
export function parseText(text: string, notation: Notation): RichText {
  const blocks: Block[] = [];
  for (let at = 0; at < text.length; ) {
    const start = text.indexOf(FENCE, at);
    const end = start < 0 ? -1 : text.indexOf(FENCE, start + FENCE.length);
    if (end < 0) {
      addLines(blocks, text.slice(at), notation);
      break;
    }
    addLines(blocks, text.slice(at, start), notation);
    const code = text.slice(start + FENCE.length, end).replace(/^\n|\n$/g, '');
    if (code !== '') blocks.push({ kind: 'code-block', text: plainText(code, notation) });
    at = end + FENCE.length;
    // The line of the fence ends with it.
    if (text[at] === '\n') at += 1;
  }
  return blocks;
}

type Line =
  | { readonly kind: 'paragraph' | 'quote'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly marker: string;
      readonly level: number;
      readonly text: string;
    };

const LISTED = /^( {0,32})([•◦▪‣-]|\d{1,3}[.)])[ \t]+(?=\S)/;
const INDENT = 4;

function addLines(blocks: Block[], text: string, notation: Notation): void {
  if (text === '') return;
  const sign = notation === 'slack' ? '&gt;' : '>';
  const lines = text.split('\n').map((line) => lineOf(line, sign));
  for (let first = 0; first < lines.length; ) {
    const kind = lines[first]?.kind;
    let next = first + 1;
    while (next < lines.length && lines[next]?.kind === kind) next += 1;
    addBlock(blocks, lines.slice(first, next), notation);
    first = next;
  }
}

function lineOf(line: string, sign: string): Line {
  if (line.startsWith(sign)) {
    // `>>>` quotes all that follows; its lines come with a `>` each wherever Slack sends them.
    let at = 0;
    while (line.startsWith(sign, at) && at < 3 * sign.length) at += sign.length;
    return { kind: 'quote', text: line.slice(at).replace(/^ /, '') };
  }
  const [whole, indent, marker] = LISTED.exec(line) ?? [];
  if (whole === undefined || indent === undefined || marker === undefined) {
    return { kind: 'paragraph', text: line };
  }
  const level = Math.floor(indent.length / INDENT);
  return { kind: 'list', marker, level, text: line.slice(whole.length) };
}

function addBlock(blocks: Block[], lines: readonly Line[], notation: Notation): void {
  const [first] = lines;
  if (first === undefined) return;
  if (first.kind === 'list') {
    const items = lines.flatMap((line): ListItem[] =>
      line.kind === 'list'
        ? [
            {
              marker: line.marker,
              level: line.level,
              children: parseInline(line.text, notation),
            },
          ]
        : [],
    );
    blocks.push({ kind: 'list', items });
    return;
  }
  const text = lines.map((line) => line.text).join('\n');
  const trimmed = first.kind === 'paragraph' ? text.replace(/^\n+/, '').trimEnd() : text;
  if (trimmed === '') return;
  blocks.push({ kind: first.kind, children: parseInline(trimmed, notation) });
}
