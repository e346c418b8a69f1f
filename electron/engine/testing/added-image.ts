import type { IncidentId } from '#shared/base/ids.ts';
import type { Desktop } from './desktop.ts';

/** Bytes of one piece, as a page gives them. */
const PIECE = 300_000;

/** Gives an image's bytes to a desktop, as a page does. Answers what it is called from now on. */
export async function keepImage(desktop: Desktop, bytes: Uint8Array): Promise<string> {
  const upload = desktop.id();
  for (let offset = 0; ; offset += PIECE) {
    const piece = bytes.subarray(offset, offset + PIECE);
    const data = Buffer.from(piece).toString('base64');
    const last = offset + PIECE >= bytes.byteLength;
    const { image } = await desktop.command('image.keep', { upload, offset, data, last });
    if (image !== null) return image.id;
  }
}

/** Adds an image to an incident's timeline. Answers the entry's id. */
export async function addImage(
  desktop: Desktop,
  incident: IncidentId,
  bytes: Uint8Array,
  about: { readonly name?: string; readonly alt?: string } = {},
): Promise<string> {
  const image = await keepImage(desktop, bytes);
  const entry = desktop.id();
  const { name = 'graph.png', alt = '' } = about;
  await desktop.command('image.add', { incident, entry, image, name, alt });
  return entry;
}
