import type * as Yjs from 'yjs';
import type { IncidentId } from '#shared/base/ids.ts';
import type { Db } from '../store/database.ts';
import { documentCopy, forgetDocumentCopy, keepDocumentCopy } from '../store/post-mortem-copy.ts';
import { applyIfWhole, type Held } from './held.ts';

/** Texts that are put together at an opening, at most about so many: then they are one copy. */
const NEW_TEXTS = 50;

/**
 * Documents as the log's texts gave them some time ago, so that one that was written in for days is
 * there at once. The log alone counts: a copy with anything in it that the log lacks is thrown away.
 */
export type Copies = {
  /** Puts the kept copy into an empty document. `names` are all texts that the log has. */
  readonly take: (
    yjs: typeof Yjs,
    incident: IncidentId,
    names: readonly string[],
    into: Held,
  ) => void;
  /** Keeps a document of the log's texts and nothing else, once many are in it that the copy lacks. */
  readonly keep: (yjs: typeof Yjs, incident: IncidentId, one: Held) => void;
};

export const NO_COPIES: Copies = { take: () => undefined, keep: () => undefined };

export function createCopies(db: Db): Copies {
  return {
    take: (yjs, incident, names, { doc, has }) => {
      const copy = documentCopy(db, incident);
      if (copy === null) return;
      const known = new Set(names);
      const isOfTheLog = copy.texts.every((name) => known.has(name));
      if (!isOfTheLog || !applyIfWhole(yjs, doc, copy.bytes)) {
        return forgetDocumentCopy(db, incident);
      }
      for (const name of copy.texts) has.add(name);
    },
    keep: (yjs, incident, { doc, has, broken }) => {
      // One that could not be read is tried again at each opening, by whichever version that is.
      if (broken.size > 0) return;
      const before = documentCopy(db, incident)?.texts.length ?? 0;
      if (has.size < before + NEW_TEXTS) return;
      // What waits for a text that is still on its way is in it too.
      keepDocumentCopy(db, incident, { texts: [...has], bytes: yjs.encodeStateAsUpdate(doc) });
    },
  };
}
