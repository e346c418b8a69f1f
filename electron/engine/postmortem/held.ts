import type * as Yjs from 'yjs';

/** A document, and which texts of the log it has. */
export type Held = {
  readonly doc: Yjs.Doc;
  readonly has: Set<string>;
  /** Those of them that could not be read to their end. */
  readonly broken: Set<string>;
};

/** What a stranger wrote may be broken: then it is left out, the rest stands, and this is false. */
export function applyIfWhole(yjs: typeof Yjs, doc: Yjs.Doc, update: Uint8Array): boolean {
  try {
    yjs.applyUpdate(doc, update);
    return true;
  } catch {
    return false;
  }
}
