import type * as Yjs from 'yjs';
import type { IncidentId } from '#shared/base/ids.ts';
import { TEXT_FRAGMENT } from '#shared/post-mortem/document-parts.ts';
import type { JsonDocument } from '../controls.ts';
import type { Db } from '../store/database.ts';
import { textNames, textState, writingOf } from '../store/post-mortems.ts';
import { type Copies, createCopies, NO_COPIES } from './copies.ts';
import { applyIfWhole, type Held } from './held.ts';
import { loadYjs } from './parts.ts';
import { updateIn } from './text-op.ts';

/** Documents that are held at once: one a window, and some that were just left. */
const HELD_MAX = 4;

/** What was written here and is not in the log. */
export type Unlogged = {
  /** What the log lacks, as one update; null when that is nothing. */
  readonly update: Uint8Array | null;
  /** The numbers of what is in it, or in the log. What is damaged is in neither. */
  readonly read: readonly number[];
};

/** The documents of post-mortems, as far as this desktop has them. Made again from the disk at any time. */
export type Documents = {
  /** The log's texts and what was written here since. Never to be changed but by `take`. */
  readonly open: (incident: IncidentId) => Promise<Yjs.Doc>;
  /** Whether the log has texts of an incident that an open document lacks. */
  readonly isBehind: (incident: IncidentId) => boolean;
  readonly unlogged: (incident: IncidentId) => Promise<Unlogged>;
  readonly close: () => void;
};

export function createDocuments(db: Db, copies: Copies = createCopies(db)): Documents {
  const held = new Map<IncidentId, Held>();

  const catchUp = async (incident: IncidentId, one: Held): Promise<void> => {
    const yjs = await loadYjs();
    const names = textNames(db, incident);
    if (one.has.size === 0) copies.take(yjs, incident, names, one);
    for (const name of names) {
      if (one.has.has(name)) continue;
      const update = updateIn(textState(db, incident, name));
      if (update === null) continue;
      one.has.add(name);
      // The op stays in the log: a newer Quarterdeck may know how to read it.
      if (!applyIfWhole(yjs, one.doc, update)) one.broken.add(name);
    }
  };

  const open = async (incident: IncidentId): Promise<Yjs.Doc> => {
    const yjs = await loadYjs();
    const found = held.get(incident);
    const one = found ?? { doc: new yjs.Doc(), has: new Set(), broken: new Set() };
    // The one that was asked for last is the last to go.
    held.delete(incident);
    held.set(incident, one);
    for (const [oldest, { doc }] of held) {
      if (held.size <= HELD_MAX) break;
      held.delete(oldest);
      doc.destroy();
    }
    if (found === undefined) {
      for (const { bytes } of writingOf(db, incident)) applyIfWhole(yjs, one.doc, bytes);
    }
    await catchUp(incident, one);
    // With what was written here in it, it is not the log's alone: `unlogged` sees to those.
    if (found === undefined && writingOf(db, incident).length === 0) {
      copies.keep(yjs, incident, one);
    }
    return one.doc;
  };

  return {
    open,
    isBehind: (incident) => {
      const one = held.get(incident);
      return one !== undefined && textNames(db, incident).some((name) => !one.has.has(name));
    },
    unlogged: async (incident) => {
      const yjs = await loadYjs();
      const logged: Held = { doc: new yjs.Doc(), has: new Set(), broken: new Set() };
      await catchUp(incident, logged);
      copies.keep(yjs, incident, logged);
      const lacking: Uint8Array[] = [];
      logged.doc.on('update', (update: Uint8Array) => lacking.push(update));
      const whole = writingOf(db, incident).filter(({ bytes }) =>
        applyIfWhole(yjs, logged.doc, bytes),
      );
      // What waits for something that is still on its way is no news to the document, and must not be lost.
      const isWaiting =
        logged.doc.store.pendingStructs !== null || logged.doc.store.pendingDs !== null;
      logged.doc.destroy();
      const update = isWaiting ? whole.map(({ bytes }) => bytes) : lacking;
      return {
        update: update.length === 0 ? null : yjs.mergeUpdates(update),
        read: whole.map(({ seq }) => seq),
      };
    },
    close: () => {
      for (const { doc } of held.values()) doc.destroy();
      held.clear();
    },
  };
}

/** What was made of a document, until somebody writes in it: a book takes a while. */
const contents = new WeakMap<Yjs.Doc, JsonDocument>();

/** A document as the editor's JSON. */
export async function contentOf(doc: Yjs.Doc): Promise<JsonDocument> {
  const { yXmlFragmentToProsemirrorJSON } = await import('@tiptap/y-tiptap');
  const known = contents.get(doc);
  if (known !== undefined) return known;
  const made: JsonDocument = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(TEXT_FRAGMENT));
  contents.set(doc, made);
  doc.once('update', () => contents.delete(doc));
  return made;
}

/** The whole document, made for this once, from a database that is only read. */
export async function wholeText(db: Db, incident: IncidentId): Promise<Uint8Array> {
  const { encodeStateAsUpdate } = await loadYjs();
  const documents = createDocuments(db, NO_COPIES);
  const whole = encodeStateAsUpdate(await documents.open(incident));
  documents.close();
  return whole;
}
