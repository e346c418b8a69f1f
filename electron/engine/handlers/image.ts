import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import { IMAGE_MAX, type ImageRefusal, readImage, tooLarge } from '#shared/domain/image.ts';
import { commitEdits } from '../context.ts';
import { entryById } from '../store/entries.ts';
import { lookUpFile, readPart } from '../store/file-cache.ts';
import {
  addPiece,
  dropGiven,
  givenBytes,
  hashOf,
  keepGiven,
  lookUpImage,
} from '../store/image-files.ts';
import { fileOfImage } from '../store/images.ts';
import { present } from './edit.ts';
import {
  type CommandHandlers,
  type CommandsOf,
  DONE,
  findIncident,
  type HandlerContext,
  type QueryHandlers,
} from './handler.ts';

/** Bytes of one answer: a multiple of three, so that parts in base64 stand one behind another. */
const PART = 768 * 1024;

const NOT_HERE = contractError(
  'not_found',
  'This image is not on this desktop yet.',
  'It is fetched from Slack as soon as that answers.',
);

const NOT_GIVEN = contractError(
  'not_found',
  'This image is no longer on this computer.',
  'Add it again.',
);

const OUT_OF_ORDER = contractError(
  'invalid_input',
  'This image came in pieces that do not fit.',
  'Add it again.',
);

const refused = ({ message, hint }: ImageRefusal) => contractError('image_refused', message, hint);

export const imageCommands: CommandsOf<'image'> = {
  'image.keep': (context, { upload, offset, data, last }) => {
    const piece = Buffer.from(data, 'base64');
    const added = addPiece(context.db, upload, offset, piece);
    if (added === 'gap') return err(OUT_OF_ORDER);
    if (added === 'too large') {
      return err(refused(tooLarge(Math.max(IMAGE_MAX + 1, offset + piece.byteLength))));
    }
    return last ? settle(context, upload) : ok({ image: null });
  },
  'image.add': (context, { incident, entry, image: hash, name, alt }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const { db } = context;
    if (entryById(db, incident, entry) !== null) return DONE;
    const kept = lookUpImage(db, hash);
    if (kept === null) return err(NOT_GIVEN);
    const { type, bytes, width, height } = kept.image;
    const set = { kind: 'image', image: hash, name, type, bytes, width, height };
    const edit = { entity: `entry:${entry}`, set: { ...set, ...present({ text: alt }) } };
    commitEdits(context, incident, [edit]);
    return DONE;
  },
};

type Kept = Awaited<ReturnType<CommandHandlers['image.keep']>>;

/** Looks at what has come, by its bytes alone, and keeps it where it is an image. */
function settle({ db, ports }: HandlerContext, upload: string): Kept {
  const bytes = givenBytes(db, upload);
  const read = readImage(bytes);
  if (!read.ok) {
    dropGiven(db, upload);
    return err(refused(read.error));
  }
  const facts = { ...read.value, bytes: bytes.byteLength };
  const hash = hashOf(bytes);
  keepGiven(db, upload, { ...facts, hash }, ports.clock.now());
  return ok({ image: { ...facts, id: hash } });
}

export const imageQueries: Pick<QueryHandlers, 'image'> = {
  image: (context, { id, offset }) => {
    const found = lookUp(context, id);
    if (found === null) return err(NOT_HERE);
    const part = readPart(found.path, offset, PART);
    const next = part.byteLength < PART ? null : offset + part.byteLength;
    return ok({ type: found.type, data: part.toString('base64'), next });
  },
};

type Found = { readonly path: string; readonly type: string };

/** An image by Slack's id, or by its hash: added here, or fetched. */
function lookUp({ db, ports }: HandlerContext, id: string): Found | null {
  const cache = { db, profile: ports.profile };
  const now = ports.clock.now();
  if (id.startsWith('F')) return lookUpFile(cache, id, now);
  const kept = lookUpImage(db, id);
  if (kept !== null) return { path: kept.path, type: kept.image.type };
  const shared = fileOfImage(db, id);
  return shared === null ? null : lookUpFile(cache, shared.id, now);
}
