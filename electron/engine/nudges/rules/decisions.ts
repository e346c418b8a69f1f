import { MINUTE } from '#shared/base/duration.ts';
import type { Rule } from '../snapshot.ts';
import { nudge, to } from './nudge.ts';

/** So long without a new decision, and the plan may not be the right one. */
const BACKUP_PLAN_MS = 20 * MINUTE;

/** Asked at the time by which something was expected of a decision that was made. */
export const decisionEffect: Rule = ({ decisions, incident: { lead } }) =>
  decisions.flatMap(({ id, choice, question, expected, expectedBy, outcome }) =>
    expectedBy === null || choice === '' || (outcome !== null && outcome !== 'too-early')
      ? []
      : [
          nudge({
            ...{ rule: 'decision-effect', subject: id, dueAt: expectedBy, to: to(lead) },
            ...{ person: lead, thing: expected || choice || question },
          }),
        ],
  );

export const backupPlan: Rule = ({ incident: { status, lead }, statusSince, decisions }) => {
  if (status !== 'investigating' && status !== 'fixing') return [];
  const since = Math.max(statusSince, ...decisions.map(({ decidedAt }) => decidedAt));
  const dueAt = since + BACKUP_PLAN_MS;
  return [nudge({ rule: 'backup-plan', dueAt, since, to: to(lead), person: lead })];
};
