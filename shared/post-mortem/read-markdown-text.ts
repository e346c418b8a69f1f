import type { Content } from './content.ts';
import { ENTRY_ADDRESS, PERSON_ADDRESS } from './markdown-text.ts';

type Marks = NonNullable<Content['marks']>;

/** What opens and closes a mark. */
const SIGNS: readonly (readonly [sign: string, mark: string])[] = [
  ['**', 'bold'],
  ['~~', 'strike'],
  ['_', 'italic'],
  ['</strong>', 'bold'],
  ['<strong>', 'bold'],
  ['</em>', 'italic'],
  ['<em>', 'italic'],
  ['</del>', 'strike'],
  ['<del>', 'strike'],
  ['</code>', 'code'],
  ['<code>', 'code'],
];

/** Reads inline content. A sign that nothing closes is taken for the rest of the text. */
export function readText(said: string): Content[] {
  const out: Content[] = [];
  const open = new Set<string>();
  const marks = (): Marks => [...open].map((type) => ({ type }));
  for (let at = 0; at < said.length; ) {
    const rest = said.slice(at);
    const sign = SIGNS.find(([text]) => rest.startsWith(text));
    const linked = LINK.exec(rest);
    const code = CODE.exec(rest);
    const entity = ENTITY.exec(rest);
    if (rest.startsWith('\\\n') || rest.startsWith('<br>')) {
      out.push({ type: 'hardBreak', ...(marks().length === 0 ? {} : { marks: marks() }) });
      at += rest.startsWith('<br>') ? 4 : 2;
    } else if (rest.startsWith('\\') && rest.length > 1) {
      add(out, rest.charAt(1), marks());
      at += 2;
    } else if (sign !== undefined) {
      const [text, mark] = sign;
      if (open.has(mark)) open.delete(mark);
      else open.add(mark);
      at += text.length;
    } else if (code !== null) {
      add(out, code[1] ?? '', [{ type: 'code' }]);
      at += code[0].length;
    } else if (entity !== null) {
      add(out, String.fromCodePoint(Math.min(Number(entity[1]), 0x10ffff)), marks());
      at += entity[0].length;
    } else if (linked !== null) {
      const [whole, inside = '', pointed, plain] = linked;
      const href: string = pointed ?? plain ?? '';
      out.push(...linkContent(inside, href, marks()));
      at += whole.length;
    } else {
      const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
      add(out, character, marks());
      at += character.length;
    }
  }
  return out;
}

const LINK = /^\[((?:\\.|[^\]\\])*)\]\((?:<([^>\n]*)>|([^\s()<>]*))\)/;
const CODE = /^`([^`\n]+)`/;
const ENTITY = /^&#(\d{1,7});/;

/** A link, or what stands for a person or for a line of the timeline. */
function linkContent(inside: string, href: string, around: Marks): Content[] {
  const words = readText(inside);
  const plain = words.map(({ text = '' }) => text).join('');
  const more = around.length === 0 ? {} : { marks: around };
  if (href.startsWith(PERSON_ADDRESS)) {
    const id = decoded(href.slice(PERSON_ADDRESS.length));
    return [{ type: 'mention', attrs: { id, label: plain.replace(/^@/, '') }, ...more }];
  }
  if (href.startsWith(ENTRY_ADDRESS)) {
    const [entry = '', at] = href.slice(ENTRY_ADDRESS.length).split('?at=');
    const attrs = { entry: decoded(entry), text: plain, at: at === undefined ? null : Number(at) };
    return [{ type: 'evidence', attrs, ...more }];
  }
  const link = { type: 'link', attrs: { href } };
  return words.map((node) => ({ ...node, marks: [link, ...(node.marks ?? []), ...around] }));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Puts text behind what is there; the same marks go on in the same node. */
function add(out: Content[], text: string, marks: Marks): void {
  const last = out.at(-1);
  const key = JSON.stringify(marks);
  if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === key) {
    last.text = `${last.text ?? ''}${text}`;
  } else {
    out.push({ type: 'text', text, ...(marks.length === 0 ? {} : { marks }) });
  }
}
