import { formatAge, HOUR, MINUTE } from '../base/duration.ts';
import type { PersonRef } from './person.ts';

/** What a person can be reminded of. Each is one rule of the engine. */
export const NUDGE_RULES = [
  'no-lead',
  'severity',
  'update',
  'check-in',
  'action-due',
  'outcome',
  'decision-effect',
  'backup-plan',
  'hand-over',
  'hand-over-offered',
  'delegate',
  'long-incident',
  'soak-end',
  'review-owner',
  'review',
  'review-date',
  'follow-up-soaked',
  'follow-up-due',
] as const;
export type NudgeRule = (typeof NUDGE_RULES)[number];

/** A reminder: for whom, of what, since when, and what to press. */
export type Nudge = {
  readonly rule: NudgeRule;
  /** What it is about within the incident: an id, an audience, or empty for the incident itself. */
  readonly subject: string;
  /** Names its due time: told once for each, whatever the clocks do. */
  readonly occasion: string;
  /** ms since 1970, like `since`, from which its age counts. */
  readonly dueAt: number;
  readonly since: number;
  /** Whom it is told; null: everybody who takes part. */
  readonly to: readonly PersonRef[] | null;
  /** Who has to do something, as the sentence names them. */
  readonly person: PersonRef | null;
  /** The thing, in the words of whoever wrote it; empty where the rule says it. */
  readonly thing: string;
  /** It can wait for working hours. */
  readonly canWait: boolean;
};

/** What one press does: the command of the contract that it opens, with its words. */
export const NUDGE_ANSWERS: Readonly<
  Record<NudgeRule, { readonly command: string; readonly label: string }>
> = {
  'no-lead': { command: 'role.assign', label: 'Take the lead' },
  severity: { command: 'incident.set-severity', label: 'Choose severity' },
  update: { command: 'update.add', label: 'Write update' },
  'check-in': { command: 'action.edit', label: 'Check back' },
  'action-due': { command: 'action.complete', label: 'Open action' },
  outcome: { command: 'action.edit', label: 'Say if it worked' },
  'decision-effect': { command: 'decision.edit', label: 'Say if it happened' },
  'backup-plan': { command: 'decision.add', label: 'Record decision' },
  'hand-over': { command: 'handover.offer', label: 'Hand over' },
  'hand-over-offered': { command: 'handover.accept', label: 'Answer' },
  delegate: { command: 'action.assign', label: 'Delegate' },
  'long-incident': { command: 'incident.set-pace', label: 'Slow the updates' },
  'soak-end': { command: 'incident.set-status', label: 'Set status' },
  'review-owner': { command: 'incident.set-review', label: 'Name an owner' },
  review: { command: 'incident.set-review', label: 'Open post-mortem' },
  'review-date': { command: 'incident.set-review', label: 'Open post-mortem' },
  'follow-up-soaked': { command: 'follow-up.edit', label: 'Commit or drop' },
  'follow-up-due': { command: 'follow-up.edit', label: 'Open follow-up' },
};

const TITLES: Readonly<Record<NudgeRule, string>> = {
  'no-lead': 'Finding a lead',
  severity: 'Confirming the severity',
  update: 'Update',
  'check-in': 'Check-in',
  'action-due': 'Action',
  outcome: 'Asking if it worked',
  'decision-effect': 'Asking if it happened',
  'backup-plan': 'Backup plan',
  'hand-over': 'Hand-over',
  'hand-over-offered': 'Answering a hand-over',
  delegate: 'Delegating',
  'long-incident': 'Slower updates',
  'soak-end': 'End of the soak',
  'review-owner': 'Naming a post-mortem owner',
  review: 'Post-mortem',
  'review-date': 'Post-mortem',
  'follow-up-soaked': 'Follow-up',
  'follow-up-due': 'Follow-up',
};

/** What a rule is about, at the head of a line. */
export function nudgeTitle(rule: NudgeRule): string {
  return TITLES[rule];
}

type Sentence = (facts: {
  who: string | null;
  thing: string;
  age: string;
  isNow: boolean;
}) => string;

const SENTENCES: Readonly<Record<NudgeRule, Sentence>> = {
  'no-lead': ({ age }) => `No lead for ${age}. Take the lead.`,
  severity: ({ age }) => `Severity not confirmed for ${age}. Unsure? Pick the higher.`,
  update: ({ thing, age, isNow }) =>
    isNow ? `${thing} due now. Write it.` : `${thing} overdue by ${age}. Write it now.`,
  'check-in': ({ who, thing, age, isNow }) =>
    `${who === null ? 'Check-in' : `${who}’s check-in`} is due: ${thing}${isNow ? '' : ` (${age} ago)`}`,
  'action-due': ({ who, thing, age, isNow }) =>
    `${who === null ? 'Action' : `${who}’s action`} is due: ${thing}${isNow ? '' : ` (${age} ago)`}`,
  outcome: ({ who, thing }) => `Did it work? ${thing}${who === null ? '' : ` (${who})`}`,
  'decision-effect': ({ thing, age, isNow }) =>
    `Did it happen? ${thing}${isNow ? '' : ` (expected ${age} ago)`}`,
  'backup-plan': ({ age }) => `No new decision for ${age}. Backup plan?`,
  'hand-over': ({ age }) => `You have led for ${age}. Hand over?`,
  'hand-over-offered': ({ who, thing, age, isNow }) =>
    `${who ?? 'Somebody'} offers you: ${thing}${isNow ? '' : ` (${age} ago)`}. Take it?`,
  delegate: ({ thing, age, isNow }) =>
    `You own ${thing} open actions${isNow ? '' : ` for ${age}`}. Delegate?`,
  'long-incident': ({ age }) => `Open for ${age}. Fewer updates from now on?`,
  'soak-end': ({ thing, age, isNow }) =>
    `The soak ended${isNow ? '' : ` ${age} ago`}${thing === '' ? '' : `: ${thing}`}. Resolve?`,
  'review-owner': ({ age }) => `No owner of the post-mortem ${age} after the end. Name one.`,
  review: ({ who, age }) =>
    `${who === null ? 'The' : `${who}’s`} post-mortem is not reviewed ${age} after the end.`,
  'review-date': ({ who, age, isNow }) => {
    const whose = `${who === null ? 'The' : `${who}’s`} post-mortem`;
    return isNow
      ? `${whose} is discussed within a day. Send the draft round.`
      : `${whose} was to be discussed ${age} ago. Reviewed?`;
  },
  'follow-up-soaked': ({ thing, age, isNow }) =>
    `Soaked${isNow ? '' : `, ${age} ago`}: ${thing}. Commit or drop?`,
  'follow-up-due': ({ who, thing, age, isNow }) =>
    `${who === null ? 'Follow-up' : `${who}’s follow-up`} is due: ${thing}${isNow ? '' : ` (${age} ago)`}`,
};

/** A nudge in words, as old as it is at `now`. */
export function nudgeSentence(
  { rule, person, thing, since }: Pick<Nudge, 'rule' | 'person' | 'thing' | 'since'>,
  now: number,
  nameOf: (ref: PersonRef) => string,
): string {
  const who = person === null ? null : nameOf(person);
  const isNow = now - since < MINUTE;
  return SENTENCES[rule]({ who, thing, age: ageOf(now - since), isNow });
}

/** In minutes where hours would be too coarse to act on: `92 min`, `3 h`, `2 d`. */
function ageOf(ms: number): string {
  if (ms >= 2 * HOUR) return formatAge(ms);
  return `${Math.max(0, Math.floor(ms / MINUTE))} min`;
}
