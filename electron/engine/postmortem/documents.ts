import type * as Yjs from 'yjs';
import type { IncidentId } from '#shared/base/ids.ts';
import { TEXT_FRAGMENT } from '#shared/post-mortem/document-parts.ts';
import type { JsonDocument } from '../context.ts';
import type { Db } from '../store/database.ts';
import { textNames, textState, writingOf } from '../store/post-mortems.ts';
import { loadYjs } from './parts.ts';
import { updateIn } from './text-op.ts';

/** Documents that are held at once: one a window, and some that were just left. */
const HELD_MAX = 4;

/** A document, and which texts of the log it has. */
type Held = { readonly doc: Yjs.Doc; readonly has: Set<string> };

/** The documents of post-mortems, as far as this desktop has them. Made again from the disk at any time. */
export type Documents = {
  /** The log's texts and what was written here since. Never to be changed but by `take`. */
  readonly open: (incident: IncidentId) => Promise<Yjs.Doc>;
  /** Whether the log has texts of an incident that an open document lacks. */
  readonly isBehind: (incident: IncidentId) => boolean;
  /** What the log lacks of what was written here, as one update; null when that is nothing. */
  readonly unlogged: (incident: IncidentId) => Promise<Uint8Array | null>;
  readonly close: () => void;
};

export function createDocuments(db: Db): Documents {
  const held = new Map<IncidentId, Held>();

  const catchUp = async (incident: IncidentId, { doc, has }: Held): Promise<void> => {
    const { applyUpdate } = await loadYjs();
    for (const name of textNames(db, incident)) {
      if (has.has(name)) continue;
      const update = updateIn(textState(db, incident, name));
      if (update === null) continue;
      has.add(name);
      applyIfWhole(applyUpdate, doc, update);
    }
  };

  const open = async (incident: IncidentId): Promise<Yjs.Doc> => {
    const { applyUpdate, Doc } = await loadYjs();
    const found = held.get(incident);
    const one = found ?? { doc: new Doc(), has: new Set() };
    // The one that was asked for last is the last to go.
    held.delete(incident);
    held.set(incident, one);
    for (const [oldest, { doc }] of held) {
      if (held.size <= HELD_MAX) break;
      held.delete(oldest);
      doc.destroy();
    }
    if (found === undefined) {
      for (const { bytes } of writingOf(db, incident)) applyIfWhole(applyUpdate, one.doc, bytes);
    }
    await catchUp(incident, one);
    return one.doc;
  };

  return {
    open,
    isBehind: (incident) => {
      const one = held.get(incident);
      return one !== undefined && textNames(db, incident).some((name) => !one.has.has(name));
    },
    unlogged: async (incident) => {
      const { applyUpdate, Doc, mergeUpdates } = await loadYjs();
      const logged: Held = { doc: new Doc(), has: new Set() };
      await catchUp(incident, logged);
      const lacking: Uint8Array[] = [];
      logged.doc.on('update', (update: Uint8Array) => lacking.push(update));
      const writing = writingOf(db, incident);
      for (const { bytes } of writing) applyIfWhole(applyUpdate, logged.doc, bytes);
      // What waits for something that is still on its way is no news to the document, and must not be lost.
      const isWaiting =
        logged.doc.store.pendingStructs !== null || logged.doc.store.pendingDs !== null;
      logged.doc.destroy();
      if (isWaiting) return mergeUpdates(writing.map(({ bytes }) => bytes));
      return lacking.length === 0 ? null : mergeUpdates(lacking);
    },
    close: () => {
      for (const { doc } of held.values()) doc.destroy();
      held.clear();
    },
  };
}

/** What a stranger wrote may be broken: then it is left out, and the rest stands. */
function applyIfWhole(apply: typeof Yjs.applyUpdate, doc: Yjs.Doc, update: Uint8Array): void {
  try {
    apply(doc, update);
  } catch {
    // The op stays in the log: a newer Quarterdeck may know how to read it.
  }
}

/** A document as the editor's JSON. */
export async function contentOf(doc: Yjs.Doc): Promise<JsonDocument> {
  const { yXmlFragmentToProsemirrorJSON } = await import('@tiptap/y-tiptap');
  return yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(TEXT_FRAGMENT));
}

/** The whole document, made for this once. */
export async function wholeText(db: Db, incident: IncidentId): Promise<Uint8Array> {
  const { encodeStateAsUpdate } = await loadYjs();
  const documents = createDocuments(db);
  const whole = encodeStateAsUpdate(await documents.open(incident));
  documents.close();
  return whole;
}
