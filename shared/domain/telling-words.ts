import { foldWord } from './search-words.ts';

/** Words that stand in every text: two texts that share them are not alike. */
const COMMON = new Set(
  `about after again all also and any are because been before being both but can could did does down during each
  few for from had has have her here his how into its just more most not now off one only other our out over own
  per same she should since some still such than that the their them then there these they this those through too
  two under until upon very was were what when where which while who why will with would you your
  incident issue problem problems error errors`
    .split(/\s+/)
    .filter(Boolean),
);

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Shorter ones are particles; numbers are times and counts. */
const LENGTH_MIN = 3;

/** The words of a text that tell what it is about, folded, each with how it is first written. */
export function tellingWords(text: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [written] of text.matchAll(WORD)) {
    const word = foldWord(written);
    const isTelling = word.length >= LENGTH_MIN && /\p{L}/u.test(word) && !COMMON.has(word);
    if (isTelling && !words.has(word)) words.set(word, written);
  }
  return words;
}
