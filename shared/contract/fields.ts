import { z } from 'zod';
import { type IncidentId, type OpId, ULID_PATTERN } from '../base/ids.ts';
import { isZone } from '../base/local-time.ts';
import { isTime } from '../base/time.ts';
import { ACTION_MAX } from '../domain/action.ts';
import { IMPACT_MAX, NAME_MAX, SUMMARY_MAX } from '../domain/incident.ts';
import { isSafeUrl } from '../domain/link.ts';
import { SEVERITIES, SEVERITY_MAX } from '../domain/severity.ts';
import { STATUS_REASON_MAX } from '../domain/situation.ts';
import { CHOOSABLE_STATUSES } from '../domain/status.ts';
import { NOTE_MAX, SLACK_TEXT_MAX } from '../domain/timeline.ts';

/** Half a character (a cut emoji) cannot leave this computer: what is stored is what everybody gets. */
const wellFormed = (text: string) => text.toWellFormed();

/** A text that may be empty. The words of its limit are what a person reads under the field. */
export const limitedText = (max: number, what: string) =>
  z
    .string()
    .trim()
    .overwrite(wellFormed)
    .max(max, `${what} can have ${max.toLocaleString('en')} characters. Shorten it.`);

/** A text that must say something; `empty` asks for it. */
export const neededText = (max: number, empty: string, what: string) =>
  z
    .string(empty)
    .trim()
    .overwrite(wellFormed)
    .min(1, empty)
    .max(max, `${what} can have ${max.toLocaleString('en')} characters. Shorten it.`);

/** Ids are minted by whoever asks, so that asking twice does the thing once. */
export const Ulid = z.string().regex(ULID_PATTERN, 'This id is not a ULID.');
export const Incident = Ulid as unknown as z.ZodType<IncidentId, IncidentId>;
export const OpRef = Ulid as unknown as z.ZodType<OpId, OpId>;
export const Name = neededText(NAME_MAX, 'Say what is happening.', 'A name');
export const SummaryText = limitedText(SUMMARY_MAX, 'A summary');
export const ImpactText = limitedText(IMPACT_MAX, 'An impact');
export const ActionText = neededText(ACTION_MAX, 'Say what is to be done.', 'An action');
export const NoteText = neededText(NOTE_MAX, 'Write something first.', 'A note');
export const EntryText = neededText(SLACK_TEXT_MAX, 'Write something first.', 'An entry');
/** The id of a line of the timeline: an op's, an entry's or a message's. */
export const LineRef = z.string().regex(/^[A-Za-z0-9_.-]{1,56}$/, 'There is no such line.');
export const PersonRefField = z.string().min(1).max(200);
/** Which there are is this desktop's own choice: the engine checks it. */
export const SeverityField = z.union(
  [z.enum(SEVERITIES), z.string().min(1).max(SEVERITY_MAX)],
  'There is no such severity.',
);
/** Why something is so. */
export const ReasonText = limitedText(STATUS_REASON_MAX, 'A reason');
/** An IANA name of a time zone: `Europe/Berlin`. */
export const Zone = z.string().max(100).refine(isZone, 'There is no such time zone.');
export const StatusField = z.enum(CHOOSABLE_STATUSES, 'There is no such status.');
export const Url = z
  .string()
  .trim()
  .refine(isSafeUrl, 'Paste an address that starts with https://');
/** A moment in ms since 1970. */
export const Time = z.number().refine(isTime, 'This is not a moment.');
