import { z } from 'zod';
import { Incident, Ulid } from '../fields.ts';

/** Characters of one piece of a file, in base64. */
const PIECE_MAX = 700_000;

export const bundleInputs = {
  /** Puts an incident into one file, to hand it over while Slack is down. */
  'bundle.export': {
    input: z.strictObject({ incident: Incident }),
    output: z.object({
      /** To ask for its bytes by. */
      name: z.string(),
      /** Where it lies on this computer. */
      path: z.string(),
      bytes: z.number(),
      /** Images that it has no room for, or that are not on this desktop. */
      imagesLeftOut: z.number(),
    }),
  },
  /** Gives a bundle's bytes, piece by piece, in order; with the last one it is imported. */
  'bundle.import': {
    input: z.strictObject({
      /** Joins the pieces of one file. */
      upload: Ulid,
      /** Bytes that came before. 0 begins anew. */
      offset: z.int().min(0),
      data: z.base64().max(PIECE_MAX),
      last: z.boolean(),
    }),
    output: z.object({
      /** Null until the last piece is here. */
      imported: z
        .object({ incident: Incident, code: z.string(), ops: z.number(), messages: z.number() })
        .nullable(),
    }),
  },
} as const;
