import { z } from 'zod';
import { Incident } from '../fields.ts';
import { command } from './command.ts';

export const connectionInputs = {
  'slack.connect': command({ token: z.string().max(1_000) }),
  /** Begins a sign-in in the browser. The answer is the address of Slack's page. */
  'slack.sign-in': {
    /** Of the workspace's Slack app; the one that was used last, or is given, when not said. */
    input: z.strictObject({ clientId: z.string().trim().max(100).optional() }),
    output: z.object({ url: z.string() }),
  },
  /** What the browser came back with: an address, or what stands behind its `?`. */
  'slack.sign-in-answer': command({ query: z.string().max(4_000) }),
  'slack.sign-in-cancel': command({}),
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
