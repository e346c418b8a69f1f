import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something that was put out, under a name by which it is found. */
export type Trace = { readonly name: string; readonly bytes: Buffer };

/** Every file below a folder. */
export function filesBelow(folder: string): Trace[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: path.slice(folder.length + 1), bytes: readFileSync(path) }));
}

export const trace = (name: string, value: unknown): Trace => ({
  name,
  bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value ?? null)),
});

/** The names of those in which a secret stands, plain or in any dress that programs give to text. */
export function holding(traces: readonly Trace[], secret: string): string[] {
  const dresses = dressesOf(secret);
  return traces
    .filter(({ bytes }) => dresses.some((dress) => bytes.includes(dress)))
    .map(({ name }) => name);
}

function dressesOf(secret: string): Buffer[] {
  const bytes = Buffer.from(secret);
  const units = [...secret].map((one) => one.charCodeAt(0).toString(16));
  const texts = [
    secret,
    [...secret].reverse().join(''),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    units.map((unit) => `\\u${unit.padStart(4, '0')}`).join(''),
    units.map((unit) => `%${unit.padStart(2, '0')}`).join(''),
    units.map((unit) => `&#x${unit};`).join(''),
    ...[0, 1, 2].flatMap((offset) => inBase64(bytes, offset)),
  ];
  return [...texts.map((text) => Buffer.from(text)), Buffer.from(secret, 'utf16le')];
}

/** As it stands in the middle of something longer: without the letters that its neighbours share. */
function inBase64(bytes: Buffer, offset: number): string[] {
  const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
  const from = Math.ceil((offset * 4) / 3);
  const whole = Math.floor(shifted.length / 3) * 4;
  return (['base64', 'base64url'] as const).map((kind) =>
    shifted.toString(kind).slice(from, whole),
  );
}
