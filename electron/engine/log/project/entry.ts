import type { IncidentId } from '#shared/base/ids.ts';
import { TS_PATTERN } from '#shared/domain/timeline.ts';
import { type EntityState, type Register, textField, timeField } from '#shared/ops/merge.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import { makeStamp, type Stamp, stampDevice, stampMs } from '#shared/ops/stamp.ts';
import type { Db } from '../../store/database.ts';
import { entryById, removeEntry, saveEntry } from '../../store/entries.ts';
import { addLine, removeLine } from '../../store/timeline.ts';
import { projectEntryImage } from './entry-image.ts';
import { personField } from './person.ts';

/** Kinds whose text is all there is to them. */
const WRITTEN = ['note', 'slack'];

export function projectEntry(db: Db, incident: IncidentId, id: string, state: EntityState): void {
  projectEntryImage(db, incident, id, state);
  const before = entryById(db, incident, id);
  if (before !== null) {
    removeEntry(db, incident, id);
    removeLine(db, incident, { position: before.position, kind: 'note', ref: id });
  }
  const made = register(state, 'kind');
  const kind = textField(state, 'kind');
  const text = textField(state, 'text');
  if (made === undefined || kind === null || (text === null && WRITTEN.includes(kind))) return;
  const [, at, op] = made;
  const ts = tsIn(state);
  const happenedAt = timeField(state, 'happenedAt') ?? (ts === null ? null : tsMs(ts));
  const position = happenedAt === null ? at : placeAt(happenedAt, at);
  saveEntry(db, incident, {
    id,
    kind,
    text: text ?? '',
    edited: text !== null && register(state, 'text')?.[2] !== op,
    op,
    position,
    happenedAt: happenedAt ?? stampMs(at),
    channel: ts === null ? null : textField(state, 'channel'),
    ts,
    source: textField(state, 'source'),
    author: personField(db, state, 'author'),
  });
  addLine(db, incident, { position, kind: 'note', ref: id });
}

const register = (state: EntityState, field: string): Register | undefined =>
  Object.hasOwn(state, field) ? state[field] : undefined;

function tsIn(state: EntityState): string | null {
  const ts = textField(state, 'ts');
  return ts !== null && TS_PATTERN.test(ts) ? ts : null;
}

/** Among the lines of another moment than that of its making. */
function placeAt(ms: number, made: Stamp): Stamp {
  return makeStamp(ms, 0, stampDevice(made));
}
