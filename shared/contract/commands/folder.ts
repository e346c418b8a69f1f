import { z } from 'zod';
import { command } from './command.ts';

export const folderInputs = {
  /**
   * Keeps all incidents as files in this folder from now on; an empty path ends that, and leaves the
   * files where they are. Private ones only where `private` says so.
   */
  'folder.set': command({ path: z.string().trim().max(4_000), private: z.boolean() }),
} as const;
