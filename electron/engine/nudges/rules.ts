import { actionDue, checkIn, outcome } from './rules/actions.ts';
import { followUpDue, followUpSoaked, review, reviewDate, soakEnd } from './rules/after.ts';
import { backupPlan, decisionEffect } from './rules/decisions.ts';
import { delegate, handOver, noLead, noSeverity, offered } from './rules/lead.ts';
import { longIncident, updateDue } from './rules/updates.ts';
import type { Rule } from './snapshot.ts';

/** Everything that people are reminded of. */
export const RULES: readonly Rule[] = [
  noLead,
  noSeverity,
  updateDue,
  longIncident,
  checkIn,
  actionDue,
  outcome,
  decisionEffect,
  backupPlan,
  handOver,
  offered,
  delegate,
  soakEnd,
  review,
  reviewDate,
  followUpSoaked,
  followUpDue,
];
