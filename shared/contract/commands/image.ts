import { z } from 'zod';
import { IMAGE_ALT_MAX, IMAGE_HASH, IMAGE_NAME_MAX } from '../../domain/image.ts';
import { Incident, limitedText, neededText, Ulid } from '../fields.ts';
import { command } from './command.ts';

/** Characters of one piece of a file, in base64. */
const PIECE_MAX = 700_000;

/** What a kept image is called: the SHA-256 of its bytes. The query `image` shows it by that. */
export const ImageRef = z.string().regex(IMAGE_HASH, 'There is no such image.');

export const imageInputs = {
  /**
   * Gives an image's bytes, piece by piece, in order; with the last one it is checked and on disk. It
   * belongs to nothing yet.
   */
  'image.keep': {
    input: z.strictObject({
      /** Joins the pieces of one file. */
      upload: Ulid,
      /** Bytes that came before. 0 begins anew. */
      offset: z.int().min(0),
      data: z.base64().max(PIECE_MAX),
      last: z.boolean(),
    }),
    output: z.object({
      /** Null until the last piece is here. Width and height in pixels. */
      image: z
        .object({
          id: z.string(),
          type: z.string(),
          bytes: z.number(),
          width: z.number(),
          height: z.number(),
        })
        .nullable(),
    }),
  },
  /** Puts a kept image into an incident's timeline, as an entry. */
  'image.add': command({
    incident: Incident,
    entry: Ulid,
    image: ImageRef,
    /** What the file is called. */
    name: neededText(IMAGE_NAME_MAX, 'Give the image a name.', 'A name'),
    /** What is to be seen on it, for those who do not see it. */
    alt: limitedText(IMAGE_ALT_MAX, 'A description').optional(),
  }),
} as const;
