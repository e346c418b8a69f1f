import type { Editor } from '@tiptap/core';
import { NodeSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Evidence } from './nodes.ts';

/** What a dragged entry is carried as. */
export const EVIDENCE_TYPE = 'application/x-quarterdeck-evidence';

/** Longest text that an entry brings into a sentence; the entry itself has the rest. */
const SAID_MAX = 280;

export const evidenceOf = (entry: string, text: string, at: number | null): Evidence => ({
  entry,
  text: text.length > SAID_MAX ? `${text.slice(0, SAID_MAX - 1).trimEnd()}…` : text,
  at,
});

/** Reads a dragged entry; null where it is something else: any page can be dragged from. */
export function readEvidence(data: string): Evidence | null {
  try {
    const { entry, text, at } = JSON.parse(data) as Record<string, unknown>;
    if (typeof entry !== 'string' || typeof text !== 'string' || entry.length > 100) return null;
    return evidenceOf(entry, text, typeof at === 'number' ? at : null);
  } catch {
    return null;
  }
}

export function dropEvidence(view: EditorView, event: DragEvent): boolean {
  const evidence = readEvidence(event.dataTransfer?.getData(EVIDENCE_TYPE) ?? '');
  if (evidence === null) return false;
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (at === null) return false;
  event.preventDefault();
  view.dispatch(putEvidence(view.state.tr, evidence, at.pos));
  view.focus();
  return true;
}

/** Puts an entry where the caret is; what is selected stays. */
export function insertEvidence(editor: Editor, evidence: Evidence): void {
  const { selection, tr } = editor.state;
  const pos = selection instanceof NodeSelection ? selection.to : selection.head;
  editor.view.dispatch(putEvidence(tr, evidence, pos).scrollIntoView());
  editor.view.focus();
}

function putEvidence(tr: Transaction, evidence: Evidence, pos: number): Transaction {
  const { schema } = tr.doc.type;
  const { evidence: type, paragraph } = schema.nodes;
  if (type === undefined || paragraph === undefined) return tr;
  const node = type.create(evidence);
  const place = tr.doc.resolve(pos);
  const isInText =
    place.parent.inlineContent && place.parent.type.contentMatch.matchType(type) !== null;
  if (!isInText)
    return tr.insert(place.depth === 0 ? pos : place.after(), paragraph.create(null, node));
  const before = place.nodeBefore?.text?.at(-1);
  const gap = before === undefined || /\s|\(/.test(before) ? [] : [schema.text(' ')];
  return tr.insert(pos, [...gap, node, schema.text(' ')]);
}
