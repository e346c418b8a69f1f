import { z } from 'zod';
import { readRepository } from '../../domain/github.ts';
import { Incident, Ulid } from '../fields.ts';
import { GitHubCheckView } from '../views/github.ts';
import { command } from './command.ts';

const FollowUp = { incident: Incident, followUp: Ulid };

export const gitHubInputs = {
  /** `owner/name`, or its address. Empty: none any more. */
  'github.set-repository': command({
    repository: z
      .string()
      .trim()
      .max(300)
      .refine(
        (typed) => typed === '' || readRepository(typed) !== null,
        'Enter it as owner/name, for example acme/shop.',
      ),
  }),
  /** Empty: forgotten. It is kept where the one for Slack is. */
  'github.set-token': command({ token: z.string().trim().max(1_000) }),
  /** Asks GitHub whether issues can be made, and says what is in the way. Makes nothing. */
  'github.check': { input: z.strictObject({}), output: GitHubCheckView },
  /**
   * Asks for an issue of a follow-up: at once, or when GitHub can be reached. Once, however often it
   * is asked. `private` says that what a private incident left may be told there.
   */
  'github.create-issue': command({ ...FollowUp, private: z.boolean().optional() }),
  /** It is not asked for any more; what GitHub has already stays. */
  'github.forget-issue': command(FollowUp),
} as const;
