/** The way of an incident, then the ways out of it. Order is the order of the stepper. */
const STATUSES = [
  'triage',
  'investigating',
  'fixing',
  'monitoring',
  'resolved',
  'closed',
  'paused',
  'declined',
  'merged',
] as const;
export type Status = (typeof STATUSES)[number];

export const DEFAULT_STATUS: Status = 'triage';

/** What a person can choose now: merging needs a second incident, so it is a command of its own. */
export const CHOOSABLE_STATUSES = STATUSES.filter((status) => status !== 'merged');

/** Where the Desk lists an incident. */
export type Phase = 'active' | 'after' | 'recent';

const NAMES: Record<Status, string> = {
  triage: 'Triage',
  investigating: 'Investigating',
  fixing: 'Fixing',
  monitoring: 'Monitoring',
  resolved: 'Resolved',
  closed: 'Closed',
  paused: 'Paused',
  declined: 'Declined',
  merged: 'Merged',
};

const PHASES: Record<Status, Phase> = {
  triage: 'active',
  investigating: 'active',
  fixing: 'active',
  monitoring: 'active',
  paused: 'active',
  resolved: 'after',
  closed: 'recent',
  declined: 'recent',
  merged: 'recent',
};

function isStatus(value: string): value is Status {
  return (STATUSES as readonly string[]).includes(value);
}

export function statusName(value: string): string {
  return isStatus(value) ? NAMES[value] : value;
}

/** A status we do not know keeps its incident in sight: better one row too many than one lost. */
export function phaseOf(status: string): Phase {
  return isStatus(status) ? PHASES[status] : 'active';
}

/** Whether the incident's clock has stopped. */
export function isOver(status: string): boolean {
  return phaseOf(status) !== 'active';
}
