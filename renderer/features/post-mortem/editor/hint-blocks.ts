import type { Node } from '@tiptap/pm/model';
import type { Hint } from '#shared/post-mortem/blameless.ts';
import type { HintSource } from './hint-source.ts';

/** A hint, and where it stands in the document. */
export type PlacedHint = { readonly from: number; readonly to: number; readonly hint: Hint };

/** More are not underlined. */
const PLACED_MAX = 500;

/** Kept among those who write, or no sentence. */
const NOT_READ: ReadonlySet<string> = new Set(['privateNote', 'prompt', 'codeBlock']);

/** An atom counts for one position, so it stands for one letter. */
export const lettersOf = (block: Node) =>
  block.textBetween(0, block.content.size, undefined, '\ufffc');

export type Blocks = {
  /** What was found in a block; undefined where nobody looked yet. */
  readonly known: (block: Node) => readonly Hint[] | undefined;
  readonly look: (block: Node) => readonly Hint[];
};

/** What was found in each block: one that did not change is the same object, and is not read again. */
export function knownBlocks(source: HintSource): Blocks {
  let version = source.version();
  let found = new WeakMap<Node, readonly Hint[]>();
  const current = () => {
    if (version !== source.version()) found = new WeakMap();
    version = source.version();
    return found;
  };
  return {
    known: (block) => current().get(block),
    look: (block) => {
      const hints = source.find(lettersOf(block));
      current().set(block, hints);
      return hints;
    },
  };
}

/** Every hint of the document that `find` gives for its blocks. */
export function placedBy(
  doc: Node,
  find: (block: Node) => readonly Hint[] | undefined,
): readonly PlacedHint[] {
  const placed: PlacedHint[] = [];
  doc.descendants((node, pos) => {
    if (NOT_READ.has(node.type.name) || placed.length >= PLACED_MAX) return false;
    if (!node.isTextblock) return true;
    for (const hint of find(node) ?? []) {
      placed.push({ from: pos + 1 + hint.from, to: pos + 1 + hint.to, hint });
    }
    return false;
  });
  return placed.slice(0, PLACED_MAX);
}
