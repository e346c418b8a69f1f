import { type Atom, controlAt, escapeAt, linkTo } from './control.ts';
import { emojiAt } from './emoji.ts';
import { harmless } from './harmless.ts';
import { plainText } from './plain.ts';
import type { Inline, Notation, Style } from './tree.ts';

const STYLES: Readonly<Record<string, Style>> = { '*': 'bold', _: 'italic', '~': 'strike' };
const WORD = /[\p{L}\p{N}]/u;
const ADDRESS = /https?:\/\/[^\s<>"'`|\\^{}]+/iy;
/** What ends a sentence, or a bracket around an address, is not part of it. */
const TRAILING = /(?:[.,;:!?*_~)\]]|&(?:gt|lt);)$/;

/** What stands inside a style that has not ended; the outermost has none. */
type Frame = { readonly mark: string; readonly children: Inline[] };

/**
 * Styles, code, links, calls and emoji of one stretch of text. Each style can be open once, so that
 * nothing nests deeper than three; what never ends is the character it began with. One pass.
 */
export function parseInline(text: string, notation: Notation): readonly Inline[] {
  const frames: Frame[] = [{ mark: '', children: [] }];
  let plain = '';
  const top = (): Inline[] => frames.at(-1)?.children ?? [];
  const flush = () => {
    if (plain !== '') top().push({ kind: 'text', text: harmless(plain) });
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const atom = atomAt(text, at, notation);
    if (atom !== null) {
      flush();
      top().push(atom.node);
      at += atom.length;
      continue;
    }
    const escaped = notation === 'slack' && text[at] === '&' ? escapeAt(text, at) : null;
    const character = escaped?.character ?? text.charAt(at);
    const step = styleStep(text, at, frames, escaped !== null);
    if (step === 'none') plain += character;
    else flush();
    if (step === 'opens') frames.push({ mark: character, children: [] });
    if (step === 'closes') close(frames, character);
    // No style goes on over the end of its line.
    if (character === '\n') {
      flush();
      while (frames.length > 1) unwrap(frames);
    }
    at += escaped?.length ?? 1;
  }
  flush();
  while (frames.length > 1) unwrap(frames);
  return joined(top());
}

function styleStep(
  text: string,
  at: number,
  frames: readonly Frame[],
  isEscape: boolean,
): 'none' | 'opens' | 'closes' {
  const mark = text.charAt(at);
  if (isEscape || !Object.hasOwn(STYLES, mark)) return 'none';
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  const isOpen = frames.some((frame) => frame.mark === mark);
  const isInside = before !== '' && !/\s/.test(before) && before !== mark;
  if (isOpen) return isInside && !WORD.test(after) ? 'closes' : 'none';
  const mayOpen = !WORD.test(before) && before !== mark;
  return mayOpen && after !== '' && !/\s/.test(after) && after !== mark ? 'opens' : 'none';
}

/** Ends a style; what began inside it and has not ended is text. */
function close(frames: Frame[], mark: string): void {
  while (frames.at(-1)?.mark !== mark) unwrap(frames);
  const ended = frames.pop();
  const style = STYLES[mark];
  if (ended === undefined || style === undefined) return;
  frames.at(-1)?.children.push({ kind: style, children: joined(ended.children) });
}

function unwrap(frames: Frame[]): void {
  const loose = frames.pop();
  const into = frames.at(-1)?.children;
  if (loose === undefined || into === undefined) return;
  into.push({ kind: 'text', text: loose.mark });
  for (const child of loose.children) into.push(child);
}

/** Neighbouring texts as one. */
function joined(nodes: readonly Inline[]): readonly Inline[] {
  const result: Inline[] = [];
  let texts: string[] = [];
  const flush = () => {
    if (texts.length > 0) result.push({ kind: 'text', text: texts.join('') });
    texts = [];
  };
  for (const node of nodes) {
    if (node.kind === 'text') {
      texts.push(node.text);
      continue;
    }
    flush();
    result.push(node);
  }
  flush();
  return result;
}

/** What stands at a place as one thing, however it is written inside. */
function atomAt(text: string, at: number, notation: Notation): Atom | null {
  switch (text[at]) {
    case '`':
      return codeAt(text, at, notation);
    case '<':
      return notation === 'slack' ? controlAt(text, at) : null;
    case ':':
      return emojiNode(text, at);
    case 'h':
    case 'H':
      return addressAt(text, at, notation);
    default:
      return null;
  }
}

function emojiNode(text: string, at: number): Atom | null {
  const found = emojiAt(text, at);
  if (found === null) return null;
  const { name, character, length } = found;
  return { node: { kind: 'emoji', name, character }, length };
}

/** Between two backticks of one line. */
const CODE = /`([^`\n]+)`/y;

function codeAt(text: string, at: number, notation: Notation): Atom | null {
  CODE.lastIndex = at;
  const [whole, code] = CODE.exec(text) ?? [];
  if (whole === undefined || code === undefined) return null;
  return { node: { kind: 'code', text: plainText(code, notation) }, length: whole.length };
}

function addressAt(text: string, at: number, notation: Notation): Atom | null {
  if (at > 0 && WORD.test(text.charAt(at - 1))) return null;
  ADDRESS.lastIndex = at;
  const [found] = ADDRESS.exec(text) ?? [];
  if (found === undefined) return null;
  const written = withoutTrailing(found);
  if (written.length <= 'https://'.length) return null;
  return { node: linkTo(plainText(written, notation), null), length: written.length };
}

/** From the end on, so that it takes no longer for an address made of nothing else. */
function withoutTrailing(address: string): string {
  let end = address.length;
  for (;;) {
    // The longest of them is an escape.
    const last = TRAILING.exec(address.slice(Math.max(0, end - 4), end));
    if (last === null) return address.slice(0, end);
    end -= last[0].length;
  }
}
