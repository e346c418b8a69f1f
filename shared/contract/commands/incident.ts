import { z } from 'zod';
import { KEY_TIMES } from '../../domain/key-times.ts';
import {
  ImpactText,
  Incident,
  Name,
  PersonRefField,
  SeverityField,
  StatusField,
  SummaryText,
  Time,
} from '../fields.ts';
import { command } from './command.ts';

export const incidentInputs = {
  'incident.declare': {
    input: z.strictObject({
      incident: Incident,
      name: Name,
      severity: SeverityField.optional(),
      private: z.boolean().optional(),
      /** Absent: the person at this desktop. Null: nobody yet. */
      lead: PersonRefField.nullable().optional(),
    }),
    output: z.object({ incident: Incident, code: z.string() }),
  },
  'incident.rename': command({ incident: Incident, name: Name }),
  'incident.set-severity': command({ incident: Incident, severity: SeverityField }),
  'incident.set-status': command({ incident: Incident, status: StatusField }),
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
