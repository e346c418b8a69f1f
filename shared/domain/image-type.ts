/** Images that are shown, by the bytes they begin with. What a server or a name claims does not count. */
const BEGINNINGS: readonly {
  readonly type: string;
  readonly at: number;
  readonly bytes: string;
}[] = [
  { type: 'image/png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { type: 'image/gif', at: 0, bytes: 'GIF87a' },
  { type: 'image/gif', at: 0, bytes: 'GIF89a' },
  { type: 'image/webp', at: 8, bytes: 'WEBP' },
];

const RIFF = 'RIFF';

const startsWith = (body: Uint8Array, at: number, bytes: string): boolean =>
  [...bytes].every((character, i) => body[at + i] === character.charCodeAt(0));

/** The type of an image by its content: png, jpeg, gif or webp; null for everything else. */
export function imageType(body: Uint8Array): string | null {
  const found = BEGINNINGS.find(({ at, bytes }) => startsWith(body, at, bytes));
  if (found === undefined) return null;
  return found.type !== 'image/webp' || startsWith(body, 0, RIFF) ? found.type : null;
}

const SHOWN = new Set(BEGINNINGS.map(({ type }) => type));

/** Whether a file that calls itself so is worth fetching to see. */
export const mayBeImage = (mimetype: string): boolean => SHOWN.has(mimetype);
