import { z } from 'zod';
import { command } from './command.ts';

/** Longer than anything that can be sent: whoever pasted too much shortens it, and loses none of it. */
const DRAFT_MAX = 400_000;

export const draftInputs = {
  /** Keeps what is being written, on this desktop alone. An empty text forgets it. */
  'draft.keep': command({
    key: z.string().min(1).max(200),
    text: z.string().max(DRAFT_MAX, 'This is too long to be kept. Copy it to a file.'),
  }),
} as const;
