/** So many bytes become arguments of one call; more would not fit on its stack. */
const AT_ONCE = 32_768;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += AT_ONCE) {
    text += String.fromCharCode(...bytes.subarray(from, from + AT_ONCE));
  }
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

export const utf8ToBase64 = (text: string): string => toBase64(new TextEncoder().encode(text));
