import { z } from 'zod';
import { NUDGE_RULES } from '../../domain/nudge.ts';
import { Incident, ReasonText, Ulid } from '../fields.ts';
import { command } from './command.ts';

/** A day. */
const SNOOZE_MAX = 24 * 60;

export const nudgeInputs = {
  /**
   * Puts a reminder off on this desktop; it is told once more when the time is over. Where the lead
   * gives a reason it is the incident's as well: a note of the timeline, with the id `entry`.
   */
  'nudge.snooze': command({
    incident: Incident,
    rule: z.enum(NUDGE_RULES, 'There is no such reminder.'),
    subject: z.string().max(100),
    minutes: z
      .int()
      .min(1, 'Put it off by a minute at least.')
      .max(SNOOZE_MAX, 'Put it off by a day at most.'),
    reason: ReasonText.optional(),
    entry: Ulid.optional(),
  }),
} as const;
