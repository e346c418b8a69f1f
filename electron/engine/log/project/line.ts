import type { IncidentId } from '#shared/base/ids.ts';
import { lineOfKey } from '#shared/domain/timeline.ts';
import { type EntityState, flagField, textField } from '#shared/ops/merge.ts';
import type { Db } from '../../store/database.ts';
import { saveLineMark } from '../../store/timeline.ts';

/** What people said about a line; it may come before the line itself. */
export function projectLineMark(
  db: Db,
  incident: IncidentId,
  key: string,
  state: EntityState,
): void {
  const line = lineOfKey(key);
  if (line === null) return;
  const mark = { hidden: flagField(state, 'hidden'), marker: textField(state, 'marker') };
  saveLineMark(db, incident, line, mark);
}
