import { z } from 'zod';
import { REVIEW_STATES } from '../../domain/situation.ts';
import { Incident, PersonRefField, Time, Zone } from '../fields.ts';
import { command } from './command.ts';

/** Longest text of one write in base64: a book that somebody pasted. */
export const WRITE_MAX = 3_000_000;

export const YjsBytes = z
  .base64('This is no text of a post-mortem.')
  .max(WRITE_MAX, 'This is too much at once. Paste it in parts.');

export const TemplateId = z.string().min(1).max(40);

export const postMortemInputs = {
  /**
   * Begins the post-mortem from a template (by the severity where none is named). One that is begun
   * already stays as it is.
   */
  'post-mortem.start': command({ incident: Incident, template: TemplateId.optional() }),
  /** How far it is, who writes it, and when it is discussed: the same as `incident.set-review`. */
  'post-mortem.change': command({
    incident: Incident,
    status: z.enum(REVIEW_STATES, 'A post-mortem has no such state.').optional(),
    owner: PersonRefField.nullable().optional(),
    reviewAt: Time.nullable().optional(),
  }),
  /** Keeps what was written: a Yjs update in base64. On the disk when it has answered. */
  'post-mortem.write': command({ incident: Incident, update: YjsBytes }),
  /**
   * Shares it as it is now, as a Markdown file in the incident's channel: at once, or when Slack can
   * be reached. A version goes there once, however often it is asked for. Times are in `zone`.
   */
  'post-mortem.share': command({ incident: Incident, zone: Zone.optional() }),
} as const;
