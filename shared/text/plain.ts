import { unescaped } from './control.ts';
import { harmless } from './harmless.ts';
import type { Notation } from './tree.ts';

const CONTROL = /<([@#!]?)([^<>|\n]*)(?:\|([^<>\n]*))?>/g;

/** A stretch of code as it reads: nothing in it has a style, but an address in it is written out. */
export function plainText(text: string, notation: Notation): string {
  if (notation === 'typed') return harmless(text);
  const written = text.replace(
    CONTROL,
    (whole, mark: string, target: string, label: string | undefined) => {
      if (mark === '' && !target.includes(':')) return whole;
      return label ?? (mark === '!' ? `@${target}` : `${mark}${target}`);
    },
  );
  return harmless(unescaped(written));
}
