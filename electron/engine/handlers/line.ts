import { cutText } from '#shared/base/cut-text.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import { sentence } from '#shared/domain/sentence.ts';
import { ABOUT_MAX, type LineKind, lineEntity } from '#shared/domain/timeline.ts';
import type { Db } from '../store/database.ts';
import { nameOf } from '../store/people.ts';
import { differing, edit } from './edit.ts';
import {
  type Answer,
  type CommandsOf,
  DONE,
  findIncident,
  type HandlerContext,
} from './handler.ts';
import { lineItem } from './timeline.ts';

type Line = { readonly kind: LineKind; readonly id: string };

export const lineCommands: CommandsOf<'line'> = {
  'line.hide': (context, { incident, line, hidden }) => {
    const found = textOfLine(context, incident, line);
    if (!found.ok) return found;
    edit(context, incident, lineEntity(line.kind, line.id), { hidden });
    return DONE;
  },
  'line.mark': (context, { incident, line, marker }) => {
    const found = textOfLine(context, incident, line);
    if (!found.ok) return found;
    const entity = lineEntity(line.kind, line.id);
    if (differing(context.db, incident, entity, { marker }).length === 0) return DONE;
    // What it is about travels along: whoever reads the channel sees no line to look at.
    const about = marker === null ? undefined : found.value;
    edit(context, incident, entity, { marker, about });
    return DONE;
  },
};

/** The beginning of what a line says, or the words for its absence. */
function textOfLine(
  context: HandlerContext,
  incident: IncidentId,
  { kind, id }: Line,
): Answer<string> {
  const found = findIncident(context, incident);
  if (!found.ok) return found;
  const item = lineItem(context.db, incident, { kind, ref: id });
  if (item === null) {
    return err(
      contractError('not_found', 'This line is not on this desktop.', 'Open the incident again.'),
    );
  }
  const text = item.kind === 'change' ? sentences(context.db, item.changes) : item.text;
  return ok(cutText(text, ABOUT_MAX));
}

type Changes = Parameters<typeof sentence>[0][];

function sentences(db: Db, changes: Changes): string {
  return changes.map((change) => sentence(change, (ref) => nameOf(db, ref))).join(' · ');
}
