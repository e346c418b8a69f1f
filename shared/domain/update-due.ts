import { formatClock, MINUTE } from '../base/duration.ts';
import type { UpdateDue } from './cadence.ts';

/** So long before its time an update is due soon. */
export const DUE_SOON_MS = 5 * MINUTE;

export type DueTone = 'calm' | 'soon' | 'overdue';

type Due = Pick<UpdateDue, 'audience' | 'kind' | 'at'>;

/** `First notice`, `External update`: what is due, at the head of a line. */
export function updateDueName({ audience, kind }: Pick<Due, 'audience' | 'kind'>): string {
  if (kind === 'first') return audience === 'external' ? 'First notice' : 'First update';
  if (kind === 'scope') return 'Update with the scope';
  return audience === 'external' ? 'External update' : 'Update';
}

/** `Update due in 11:20`, `External update overdue by 4:02`. */
export function updateDueWords(due: Due, now: number): string {
  const left = due.at - now;
  const name = updateDueName(due);
  if (left <= 0) return `${name} overdue by ${formatClock(-left)}`;
  // Rounded up: what is not over yet shows more than nothing.
  return `${name} due in ${formatClock(left + 999)}`;
}

export function updateDueTone({ at }: Pick<Due, 'at'>, now: number): DueTone {
  if (at <= now) return 'overdue';
  return at - now <= DUE_SOON_MS ? 'soon' : 'calm';
}
