import { z } from 'zod';
import { EVERY_MAX, EVERY_MIN } from '../../domain/cadence.ts';
import { KEY_TIMES } from '../../domain/key-times.ts';
import { REVIEW_STATES, SITUATION_MAX, TRENDS } from '../../domain/situation.ts';
import {
  ImpactText,
  Incident,
  limitedText,
  Name,
  neededText,
  PersonRefField,
  ReasonText,
  SeverityField,
  StatusField,
  SummaryText,
  Time,
} from '../fields.ts';
import { command } from './command.ts';

/** An alert's own name, or a hash of it. */
const KEY_MAX = 200;
/** A week. */
const SOAK_MINUTES_MAX = 7 * 24 * 60;
const EVERY_WORDS = `Choose between ${EVERY_MIN} minutes and a day.`;
const optionalTimes = {
  began: Time.optional(),
  detected: Time.optional(),
  declared: Time.optional(),
  acknowledged: Time.optional(),
  mitigated: Time.optional(),
};

export const incidentInputs = {
  'incident.declare': {
    input: z.strictObject({
      incident: Incident,
      name: Name,
      severity: SeverityField.optional(),
      private: z.boolean().optional(),
      /**
       * What tells declarations of one thing apart from others: an alert's own name. While an incident
       * that was declared with it is active, that one is the answer, and nothing is declared.
       */
      key: neededText(KEY_MAX, 'A key cannot be empty.', 'A key').optional(),
      /** Absent: the person at this desktop. Null: nobody yet. */
      lead: PersonRefField.nullable().optional(),
      /**
       * It is over already and is written down for what can be learned: when it ended, and whichever
       * other moments are known. It begins as Resolved.
       */
      retrospective: z.strictObject({ ...optionalTimes, resolved: Time }).optional(),
    }),
    /** The `incident` that was asked for; another one where the key stands for it. */
    output: z.object({ incident: Incident, code: z.string() }),
  },
  'incident.rename': command({ incident: Incident, name: Name }),
  'incident.set-severity': command({ incident: Incident, severity: SeverityField }),
  'incident.set-status': command({
    incident: Incident,
    status: StatusField,
    /** Why: asked for when it is declined, paused, reopened, or resolved before its soak ends. */
    reason: ReasonText.optional(),
    /** For Monitoring: how long it is watched, what for, and by whom. Given again, it starts anew. */
    soakMinutes: z.int().min(1).max(SOAK_MINUTES_MAX).optional(),
    watchFor: limitedText(SITUATION_MAX, 'What to watch').optional(),
    watcher: PersonRefField.nullable().optional(),
  }),
  /** The size-up. Empty texts, and null, take an answer back. `since` is the key time `began`. */
  'incident.set-situation': command({
    incident: Incident,
    symptoms: limitedText(SITUATION_MAX, 'Symptoms').optional(),
    scope: limitedText(SITUATION_MAX, 'A scope').optional(),
    trend: z.enum(TRENDS, 'There is no such trend.').nullable().optional(),
    since: Time.nullable().optional(),
  }),
  /** Minutes between updates of a long incident; null: the usual ones again. Not in its first hour. */
  'incident.set-pace': command({
    incident: Incident,
    every: z.int().min(EVERY_MIN, EVERY_WORDS).max(EVERY_MAX, EVERY_WORDS).nullable(),
  }),
  /** Who writes the post-mortem, by when, and how far it is. */
  'incident.set-review': command({
    incident: Incident,
    owner: PersonRefField.nullable().optional(),
    by: Time.nullable().optional(),
    state: z.enum(REVIEW_STATES, 'A post-mortem has no such state.').nullable().optional(),
  }),
  /** An empty text takes the summary back. */
  'incident.set-summary': command({ incident: Incident, summary: SummaryText }),
  'incident.set-impact': command({ incident: Incident, impact: ImpactText }),
  'incident.set-private': command({
    incident: Incident,
    private: z.boolean(),
    /** Somebody made the channel private in Slack, where no app can do it. */
    channelIsPrivate: z.boolean().optional(),
  }),
  /** Null: what follows from the status holds again, if anything does. */
  'incident.set-time': command({
    incident: Incident,
    time: z.enum(KEY_TIMES, 'There is no such moment.'),
    at: Time.nullable(),
  }),
  /** Makes one incident part of another. Both say so; it can be undone. */
  'incident.merge': command({ incident: Incident, into: Incident }),
  'incident.unmerge': command({ incident: Incident }),
  'incident.relate': command({ incident: Incident, other: Incident, related: z.boolean() }),
} as const;
