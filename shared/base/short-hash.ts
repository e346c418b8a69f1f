/** FNV-1a, 32 bits. @see http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    for (const byte of [unit & 0xff, unit >>> 8]) {
      hash = Math.imul(hash ^ byte, 0x0100_0193) >>> 0;
    }
  }
  return hash;
}

/**
 * 16 hexadecimal digits that stand for a text where the text itself cannot stand. The same on every
 * desktop. Not against somebody who wants two texts to collide.
 */
export function shortHash(text: string): string {
  const halves = [fnv1a(text, 0x811c_9dc5), fnv1a(text, 0x9747_b28c)];
  return halves.map((half) => half.toString(16).padStart(8, '0')).join('');
}
