import { z } from 'zod';
import { FAULT_DEPTH } from '../../base/fault.ts';
import { command } from './command.ts';

/** What a page's fault says of itself: a name, or a place in a file. The log takes only words of ours. */
const Word = z.string().max(200);

/** Something that a page did not expect, for the log of this computer. It goes nowhere else. */
export const faultInputs = {
  'fault.report': command({
    /** `screen`: a screen could not be drawn. `event`: something pressed, or heard, came to nothing. */
    where: z.enum(['screen', 'event']),
    fault: z.strictObject({
      name: Word,
      code: Word,
      stack: z.array(Word).max(FAULT_DEPTH).readonly(),
    }),
  }),
} as const;
