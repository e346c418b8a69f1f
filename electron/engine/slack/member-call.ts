import { z } from 'zod';
import type { Result } from '#shared/base/result.ts';
import type { SlackArgs, SlackCall } from './client.ts';
import type { SlackFailure } from './failure.ts';

/**
 * Calls something that only members of a channel may do: joins a public channel when Slack asks for
 * it, then calls once more. A private one cannot be joined; the first answer stands then.
 */
export async function callAsMember<T>(
  call: SlackCall,
  method: string,
  args: SlackArgs & { readonly channel: string },
  answer: z.ZodType<T>,
): Promise<Result<T, SlackFailure>> {
  const first = await call(method, args, answer);
  if (first.ok || first.error.kind !== 'platform' || first.error.code !== 'not_in_channel') {
    return first;
  }
  const joined = await call('conversations.join', { channel: args.channel }, z.object({}));
  return joined.ok ? call(method, args, answer) : first;
}
