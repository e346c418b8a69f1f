import { z } from 'zod';

/** The answer of a command that has nothing to tell but that it is done. */
const Done = z.object({});

/** A command that answers only that it is done. Input it does not know is refused. */
export function command<Shape extends z.ZodRawShape>(shape: Shape) {
  return { input: z.strictObject(shape), output: Done } as const;
}

/** True removes it from the screens, false brings it back. Its ops stay in the log either way. */
export const whetherDeleted = { deleted: z.boolean().optional() } as const;
