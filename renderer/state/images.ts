import type { ContractError } from '#shared/contract/errors.ts';
import {
  IMAGE_ALT_MAX,
  IMAGE_HASH,
  IMAGE_MAX,
  IMAGE_NAME_MAX,
  tooLarge,
} from '#shared/domain/image.ts';
import type { Answer, Request } from '../transport/transport.ts';
import type { GivenFile } from './ports.ts';
import type { ImageSlice, PickedImage, SliceOf } from './state.ts';

/** Bytes of one piece: as base64 it is still below what one command takes. */
const PIECE = 450_000;

const UNREADABLE: ContractError = {
  code: 'not_possible',
  message: 'This image cannot be read. It was not added.',
  hint: 'Look whether it is still where it was, then add it again.',
};

/** Images on their way into the timeline: on disk first, in the log when the line is sent. */
export const imageSlice: SliceOf<ImageSlice> = ({ transport: { request }, newId }) => ({
  keepImage: async (file) => {
    if (file.size > IMAGE_MAX) {
      return { ok: false, error: { code: 'image_refused', ...tooLarge(file.size) } };
    }
    const kept = await upload(request, newId(), file);
    if (!kept.ok) return kept;
    const name = file.name.trim().toWellFormed().slice(0, IMAGE_NAME_MAX).trim() || 'image';
    // Its entry has its id from now on: asked twice, it is added once.
    return { ok: true, value: { entry: newId(), id: kept.value, name, alt: '' } };
  },
  addImage: (incident, { entry, id: image, name, alt }) =>
    request('command', 'image.add', { incident, entry, image, name, alt }),
});

/** Gives the engine an image piece by piece. Answers its hash. */
async function upload(request: Request, id: string, { size, read }: GivenFile): Answer<string> {
  for (let offset = 0; ; offset += PIECE) {
    const end = Math.min(size, offset + PIECE);
    const data = await read(offset, end);
    if (data === null) return { ok: false, error: UNREADABLE };
    const piece = { upload: id, offset, data, last: end === size };
    const answer = await request('command', 'image.keep', piece);
    if (!answer.ok) return answer;
    if (answer.value.image !== null) return { ok: true, value: answer.value.image.id };
    if (end === size) return { ok: false, error: UNREADABLE };
  }
}

/** The images of a draft, as text that outlives a restart. */
export const writePicked = (images: readonly PickedImage[]): string =>
  images.length === 0 ? '' : JSON.stringify(images);

/** What such a text says; what cannot be understood is left out. */
export function readPicked(text: string): readonly PickedImage[] {
  if (text === '') return [];
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter(isPicked) : [];
  } catch {
    return [];
  }
}

function isPicked(value: unknown): value is PickedImage {
  const { entry, id, name, alt } = Object(value) as Record<keyof PickedImage, unknown>;
  const isText = (given: unknown, max: number) => typeof given === 'string' && given.length <= max;
  return (
    [isText(entry, 26), isText(name, IMAGE_NAME_MAX), isText(alt, IMAGE_ALT_MAX)].every(Boolean) &&
    typeof id === 'string' &&
    IMAGE_HASH.test(id)
  );
}
