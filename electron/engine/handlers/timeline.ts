import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { LINE_KINDS, type LineKind } from '#shared/domain/timeline.ts';
import { changesOf } from '#shared/ops/change-of.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import type { Db } from '../store/database.ts';
import { loggedOp, valueBefore } from '../store/ops.ts';
import { isWaiting } from '../store/outbox.ts';
import {
  firstLines,
  type Line,
  type LineChoice,
  lastLines,
  type MarkedLine,
  placeOf,
  type Stretch,
} from '../store/timeline.ts';
import { entryItem } from './entry-item.ts';
import { type Answer, findIncident, type QueryHandlers } from './handler.ts';
import { messageItem } from './message.ts';
import { personView } from './people.ts';
import { peopleOfItems } from './timeline-people.ts';

/** Past this nobody counts what is new. */
const UNSEEN_MAX = 100;

export const timelineQueries: Pick<QueryHandlers, 'timeline'> = {
  timeline: (context, { incident, limit, at, ...asked }) => {
    const { db } = context;
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const places = placesIn(asked);
    if (!places.ok) return places;
    const { from, before, seen } = places.value;
    const { hidden = false, marked = false } = asked;
    const reader: Reader = { db, incident, choice: { hidden, marked, story: false } };
    const { lines, older, newer } =
      at === undefined
        ? windowOf(reader, { from, before }, limit)
        : windowAround(reader, placeOf(at), limit);
    const items = lines.map((line) => itemOf(db, incident, line)).filter((item) => item !== null);
    const last = lines.at(-1);
    return ok({
      items,
      older: older === null ? null : writeCursor(older),
      newer: newer === null ? null : writeCursor(newer),
      last: last === undefined ? null : writeCursor(last),
      unseen: seen === null ? 0 : countAfter(reader, seen),
      people: peopleOfItems(db, items),
    });
  },
};

type Reader = { readonly db: Db; readonly incident: IncidentId; readonly choice: LineChoice };

/** Lines with the places of what is before the first and after the last of them. */
type Window = {
  readonly lines: readonly MarkedLine[];
  /** The first line, where others stand before it. */
  readonly older: Line | null;
  /** The first line that is not in the window any more. */
  readonly newer: Line | null;
};

/** From a place on, the first lines; else the last ones. One more than asked for tells of others. */
function windowOf(reader: Reader, stretch: Stretch, limit: number): Window {
  const { db, incident, choice } = reader;
  if (stretch.from !== null) {
    const read = firstLines(db, incident, stretch, limit + 1, choice);
    return { lines: read.slice(0, limit), older: stretch.from, newer: read[limit] ?? null };
  }
  const read = lastLines(db, incident, stretch, limit + 1, choice);
  const lines = read.length > limit ? read.slice(1) : read;
  return { lines, older: read.length > limit ? (lines[0] ?? null) : null, newer: stretch.before };
}

/** Half of the lines before a place, and half from there on; more on one side where the other ends. */
function windowAround({ db, incident, choice }: Reader, place: Line, limit: number): Window {
  const after = firstLines(db, incident, { from: place, before: null }, limit + 1, choice);
  const half = Math.max(Math.ceil(limit / 2), limit - after.length);
  const read = lastLines(db, incident, { from: null, before: place }, half + 1, choice);
  const before = read.length > half ? read.slice(1) : read;
  const rest = limit - before.length;
  const lines = [...before, ...after.slice(0, rest)];
  return {
    lines,
    older: read.length > half ? (lines[0] ?? null) : null,
    newer: after[rest] ?? null,
  };
}

/** How many lines stand after one, as far as anybody counts. */
function countAfter({ db, incident, choice }: Reader, seen: Line): number {
  // The one that was seen may have gone: it is looked for, and not taken for the first.
  const read = firstLines(db, incident, { from: seen, before: null }, UNSEEN_MAX + 1, choice);
  const isSeen = (line: Line) => line.position === seen.position && line.ref === seen.ref;
  return Math.min(UNSEEN_MAX, read.filter((line) => !isSeen(line)).length);
}

type Places = { readonly [K in 'from' | 'before' | 'seen']: Line | null };

function placesIn(asked: { readonly [K in keyof Places]?: string | undefined }): Answer<Places> {
  const { from, before, seen } = asked;
  const read = { from: readCursor(from), before: readCursor(before), seen: readCursor(seen) };
  const given = [from, before, seen].filter((cursor) => cursor !== undefined);
  const understood = Object.values(read).filter((line) => line !== null);
  if (understood.length === given.length) return ok(read);
  return err(contractError('invalid_input', 'This place in the timeline does not exist.'));
}

const CURSOR = new RegExp(`^(${LINE_KINDS.join('|')}) ([!-~]{1,60}) ([!-~]{1,60})$`);

const writeCursor = (line: Line) => `${line.kind} ${line.position} ${line.ref}`;

function readCursor(text: string | undefined): Line | null {
  const [, kind, position, ref] = CURSOR.exec(text ?? '') ?? [];
  if (kind === undefined || position === undefined || ref === undefined) return null;
  return { kind: kind as LineKind, position, ref };
}

type Bare<Item> = Item extends unknown ? Omit<Item, 'hidden' | 'marker'> : never;
type BareItem = Bare<TimelineItemT>;

/** A line as a page sees it; null when it is not here. */
export function itemOf(db: Db, incident: IncidentId, line: MarkedLine): TimelineItemT | null {
  const { hidden, marker } = line;
  const item = lineItem(db, incident, line);
  return item === null ? null : { ...item, hidden, marker };
}

/** What a line says, without what people said about it; null when it is not here. */
export function lineItem(
  db: Db,
  incident: IncidentId,
  { kind, ref }: Pick<Line, 'kind' | 'ref'>,
): BareItem | null {
  switch (kind) {
    case 'change':
      return changeItem(db, incident, ref as OpId);
    case 'note':
      return entryItem(db, incident, ref);
    case 'message':
      return messageItem(db, incident, ref);
  }
}

function changeItem(db: Db, incident: IncidentId, id: OpId): BareItem | null {
  const logged = loggedOp(db, id);
  if (logged === null || logged.op.incident !== incident) return null;
  const { op, stamp } = logged;
  return {
    kind: 'change',
    id,
    at: stampMs(stamp),
    by: personView(db, op.by),
    changes: [...changesOf(op, (field) => valueBefore(db, logged, field))],
    waiting: isWaiting(db, id),
  };
}
