import { MINUTE } from '#shared/base/duration.ts';
import { LONG_INCIDENT_MS } from '#shared/domain/cadence.ts';
import { updateDueName } from '#shared/domain/update-due.ts';
import type { Rule } from '../snapshot.ts';
import { nudge, to } from './nudge.ts';

/** Said once more after this; then the header says it. */
const OVERDUE_MS = 5 * MINUTE;

export const updateDue: Rule = ({ updatesDue, incident: { lead }, comms }) =>
  updatesDue.flatMap((due) => {
    const about = {
      rule: 'update',
      ...{ subject: due.audience, since: due.at, thing: updateDueName(due) },
      ...{ to: to(lead, comms), person: comms ?? lead },
    } as const;
    return [
      nudge({ ...about, dueAt: due.at }),
      nudge({ ...about, dueAt: due.at + OVERDUE_MS, occasion: `${due.at} overdue` }),
    ];
  });

export const longIncident: Rule = ({ isRunning, situation, incident: { lead } }) => {
  const { longEvery, madeAt } = situation;
  if (!isRunning || longEvery !== null) return [];
  const dueAt = madeAt + LONG_INCIDENT_MS;
  return [nudge({ rule: 'long-incident', dueAt, since: madeAt, to: to(lead), person: lead })];
};
