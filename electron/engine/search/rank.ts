import { type SearchWord, wordsIn } from '#shared/domain/search-words.ts';

/** Usual values of BM25. @see Robertson, Zaragoza: "The Probabilistic Relevance Framework" (2009) */
const K1 = 1.2;
const B = 0.75;

/** How much a text says about each of some words: BM25 over the candidates. */
export function scoresOf(
  texts: readonly string[],
  words: readonly SearchWord[],
  weights: readonly number[],
): readonly number[] {
  const counted = texts.map((text) => wordsIn(text, words));
  const total = counted.reduce((sum, { length }) => sum + length, 0);
  const average = Math.max(1, total / Math.max(1, counted.length));
  return counted.map(({ length, found }) => {
    const times = new Array<number>(words.length).fill(0);
    for (const { word } of found) times[word] = (times[word] ?? 0) + 1;
    const norm = K1 * (1 - B + (B * length) / average);
    return times.reduce((sum, n, i) => sum + ((weights[i] ?? 0) * n * (K1 + 1)) / (n + norm), 0);
  });
}

/** What a word that stands in `holding` of `all` texts is worth: the rarer, the more. Above zero. */
export function weightOf(holding: number, all: number): number {
  const rest = Math.max(0, all - holding);
  return Math.log(1 + (rest + 0.5) / (holding + 0.5));
}
