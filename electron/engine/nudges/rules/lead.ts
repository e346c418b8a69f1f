import { MINUTE } from '#shared/base/duration.ts';
import { roleName } from '#shared/domain/role.ts';
import type { Rule } from '../snapshot.ts';
import { nudge, to } from './nudge.ts';

/** Every two minutes, five times: then somebody has seen it and knows why. */
const NO_LEAD_MS = 2 * MINUTE;
const SEVERITY_MS = 5 * MINUTE;
const TIMES = 5;
const HAND_OVER_MS = 90 * MINUTE;
/** A lead who does more than this no longer leads. */
const OWN_ACTIONS_MAX = 2;

const times = (first: number, every: number) =>
  Array.from({ length: TIMES }, (_, i) => first + i * every);

export const noLead: Rule = ({ isRunning, incident, leadSince }) =>
  !isRunning || incident.lead !== null
    ? []
    : times(leadSince + NO_LEAD_MS, NO_LEAD_MS).map((dueAt) =>
        nudge({ rule: 'no-lead', dueAt, since: leadSince, to: null }),
      );

export const noSeverity: Rule = ({ isRunning, incident, situation }) =>
  !isRunning || situation.severityConfirmed
    ? []
    : times(situation.madeAt + SEVERITY_MS, SEVERITY_MS).map((dueAt) =>
        nudge({ rule: 'severity', dueAt, since: situation.madeAt, to: to(incident.lead) }),
      );

/** Leading tires before one notices. Whoever offered the lead already need not be told. */
export const handOver: Rule = ({ isRunning, incident: { lead }, leadSince, offers }) => {
  const isOffered = offers.some(({ role }) => role === 'lead');
  if (!isRunning || lead === null || isOffered) return [];
  const dueAt = leadSince + HAND_OVER_MS;
  return [nudge({ rule: 'hand-over', dueAt, since: leadSince, to: [lead], person: lead })];
};

export const offered: Rule = ({ offers }) =>
  offers.map(({ id, role, from, to: receiver, addedAt }) =>
    nudge({
      ...{ rule: 'hand-over-offered', subject: id, dueAt: addedAt, to: [receiver] },
      ...{ person: from, thing: roleName(role) },
    }),
  );

/** Once for each time that somebody leads: whoever cannot delegate knows it by then. */
export const delegate: Rule = ({ isRunning, incident: { lead }, leadSince, actions }) => {
  if (!isRunning || lead === null) return [];
  const own = actions
    .filter(({ owner, status }) => owner === lead && (status === 'open' || status === 'doing'))
    .sort((a, b) => a.addedAt - b.addedAt);
  const tooMany = own[OWN_ACTIONS_MAX];
  if (tooMany === undefined) return [];
  const dueAt = Math.max(tooMany.addedAt, leadSince);
  const thing = String(own.length);
  const occasion = String(leadSince);
  return [nudge({ rule: 'delegate', dueAt, occasion, to: [lead], person: lead, thing })];
};
