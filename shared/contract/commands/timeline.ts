import { z } from 'zod';
import { LINE_KINDS, MARKERS, TS_PATTERN } from '../../domain/timeline.ts';
import { EntryText, Incident, LineRef, NoteText, Time, Ulid } from '../fields.ts';
import { command } from './command.ts';

const Line = {
  incident: Incident,
  /** A line by the `kind` and `id` with which the timeline shows it. */
  line: z.strictObject({ kind: z.enum(LINE_KINDS), id: LineRef }),
};

export const timelineInputs = {
  'note.add': command({
    incident: Incident,
    entry: Ulid,
    text: NoteText,
    /** When it happened, if not now. */
    happenedAt: Time.optional(),
  }),
  /** Edits a note, or what was taken over from Slack. What it said before stays in the log. */
  'entry.edit': command({
    incident: Incident,
    entry: LineRef,
    text: EntryText.optional(),
    /** Null: back to when it was written, or sent in Slack. */
    happenedAt: Time.nullable().optional(),
  }),
  /** Answers an edit in Slack of what was taken over: our text stays, or Slack's takes its place. */
  'entry.settle': command({
    incident: Incident,
    entry: LineRef,
    keep: z.enum(['ours', 'slack']),
  }),
  /** Takes a message of the incident's channel over as an entry, which keeps its text. */
  'entry.curate': command({
    incident: Incident,
    ts: z.string().regex(TS_PATTERN, 'This is not a message.'),
  }),
  'line.hide': command({ ...Line, hidden: z.boolean() }),
  /** Null takes the mark off. */
  'line.mark': command({
    ...Line,
    marker: z.enum(MARKERS, 'There is no such mark.').nullable(),
  }),
} as const;
