import { z } from 'zod';
import { ContractErrorSchema } from './errors.ts';
import { EventSchema } from './events.ts';

/**
 * Largest request of a page, in bytes of UTF-8 JSON: the longest write of a post-mortem, and what is
 * around it. A door that takes less would shut on a page that keeps the contract.
 */
export const REQUEST_MAX = 4_000_000;

/** One request of a page. `name` and `input` are checked against the contract by the engine. */
export const RequestSchema = z.strictObject({
  id: z.int().min(0),
  kind: z.enum(['command', 'query']),
  name: z.string().max(64),
  input: z.unknown(),
});
export type ContractRequest = z.infer<typeof RequestSchema>;

/** What comes back: the answer to one request, or an event that nobody asked for. */
export const ReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('result'), id: z.number(), output: z.unknown() }),
  z.object({ type: z.literal('error'), id: z.number(), error: ContractErrorSchema }),
  z.object({ type: z.literal('event'), event: EventSchema }),
]);
export type ContractReply = z.infer<typeof ReplySchema>;
