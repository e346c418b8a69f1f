import { z } from 'zod';
import { EMOJI_NAME, MAPPED_MAX } from '../../domain/curation.ts';
import { MARKERS, TS_PATTERN } from '../../domain/timeline.ts';
import { Incident } from '../fields.ts';
import { command } from './command.ts';

const MarkerField = z.enum(MARKERS, 'There is no such mark.');

export const suggestionInputs = {
  /** Waves a suggested message aside on this desktop, or (false) has it back. */
  'suggestion.dismiss': command({
    incident: Incident,
    ts: z.string().regex(TS_PATTERN, 'This is not a message.'),
    dismissed: z.boolean(),
  }),
  /** What a pin, and which reactions, in Slack take a message over as. */
  'curation.choose': command({
    /** Null: nothing. */
    pins: MarkerField.nullable(),
    reactions: z
      .array(
        z.strictObject({
          name: z.string().regex(EMOJI_NAME, 'There is no such emoji.'),
          marker: MarkerField,
        }),
      )
      .max(MAPPED_MAX, `Keep to ${MAPPED_MAX} reactions.`),
  }),
} as const;
