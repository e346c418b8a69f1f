import type { IncidentId } from '#shared/base/ids.ts';
import { type EntityState, textField } from '#shared/ops/merge.ts';
import type { Db } from '../../store/database.ts';
import { addLine, entryById, removeEntry, removeLine, saveEntry } from '../../store/timeline.ts';

export function projectEntry(db: Db, incident: IncidentId, id: string, state: EntityState): void {
  const before = entryById(db, incident, id);
  if (before !== null) {
    removeEntry(db, incident, id);
    removeLine(db, incident, { position: before.position, kind: 'note', ref: id });
  }
  const text = textField(state, 'text');
  const kind = Object.hasOwn(state, 'kind') ? state.kind : undefined;
  if (text === null || kind === undefined || kind[0] !== 'note') return;
  const [, position, op] = kind;
  saveEntry(db, incident, { id, text, op, position });
  addLine(db, incident, { position, kind: 'note', ref: id });
}
