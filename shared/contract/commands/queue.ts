import { z } from 'zod';
import { Incident, NoteText, OpRef } from '../fields.ts';
import { command } from './command.ts';

const Cancelled = z.object({ cancelled: z.array(OpRef) });

export const queueInputs = {
  /** Takes back a change that has not left, with what makes no sense without it. */
  'queue.cancel': { input: z.strictObject({ op: OpRef }), output: Cancelled },
  /** Takes back all that waits of an incident whose way to Slack is closed. */
  'queue.discard': { input: z.strictObject({ incident: Incident }), output: Cancelled },
  /** Undoes cancellations. */
  'queue.restore': command({ ops: z.array(OpRef).min(1).max(5_000) }),
  /** Changes the text of a change that has not left. */
  'queue.edit': {
    input: z.strictObject({ op: OpRef, text: NoteText }),
    output: z.object({ op: OpRef }),
  },
} as const;
