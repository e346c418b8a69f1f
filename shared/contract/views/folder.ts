import { z } from 'zod';

/** A folder with all incidents as files. */
export const FolderView = z.object({
  /** Null until somebody chose one. */
  path: z.string().nullable(),
  private: z.boolean(),
  /** Why it cannot be written now, and what to do. What is missing there is written later. */
  problem: z.object({ message: z.string(), hint: z.string() }).nullable(),
});
