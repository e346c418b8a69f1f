import { z } from 'zod';
import { SLACK_TEXT_MAX } from '../../domain/timeline.ts';
import { Incident, limitedText, OpRef } from '../fields.ts';
import { command } from './command.ts';

const AnyText = limitedText(SLACK_TEXT_MAX, 'A text');
const Cancelled = z.object({ cancelled: z.array(OpRef) });

export const queueInputs = {
  /** Takes back a change that has not left, with what makes no sense without it. */
  'queue.cancel': { input: z.strictObject({ op: OpRef }), output: Cancelled },
  /** Takes back all that waits of an incident whose way to Slack is closed. */
  'queue.discard': { input: z.strictObject({ incident: Incident }), output: Cancelled },
  /** Undoes cancellations. */
  'queue.restore': command({ ops: z.array(OpRef).min(1).max(5_000) }),
  /** Changes the text of a change that has not left. It keeps to the limits of what made the change. */
  'queue.edit': {
    input: z.strictObject({ op: OpRef, text: AnyText }),
    output: z.object({ op: OpRef }),
  },
} as const;
