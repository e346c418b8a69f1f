import { z } from 'zod';
import { Incident } from '../fields.ts';
import { command } from './command.ts';

export const connectionInputs = {
  'slack.connect': command({ token: z.string().max(1_000) }),
  'slack.disconnect': command({}),
  /** Announces incidents in another channel from now on; made where there is none of that name. */
  'slack.announce-in': command({ channel: z.string().max(100) }),
  /** Tries at once what waits: after a person has mended what was in the way. */
  'sync.retry': command({ incident: Incident.optional() }),
  'me.rename': command({
    name: z
      .string()
      .trim()
      .min(1, 'Enter your name.')
      .max(80, 'Shorten your name to 80 characters.'),
  }),
} as const;
