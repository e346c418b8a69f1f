import { z } from 'zod';

export const PersonView = z.object({ ref: z.string(), name: z.string() });
export type PersonViewT = z.infer<typeof PersonView>;
