/** A word as a person types it to find something. */
export type SearchWord = {
  /** Folded: lower case, without accents. */
  readonly text: string;
  /** The word may go on: it is still being typed. */
  readonly open: boolean;
};

/** A stretch of a text, in UTF-16 units: from, and up to but without, to. */
export type TextRange = readonly [from: number, to: number];

/** Most words of a query that count; a pasted page is no query. */
const WORDS_MAX = 12;
const WORD_LENGTH_MAX = 64;
/**
 * From how many letters on a word may go on: shorter beginnings stand before too many words. Signs
 * that are words by themselves (Chinese, Japanese, Korean) may from the first on.
 */
const OPEN_LENGTH_MIN = 3;
const WHOLE_SIGN = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/;

/** As SQLite's `unicode61` cuts text: runs of letters, digits and private signs, with their accents. */
const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;
const ACCENTS = /\p{M}/gu;

const PLAIN = /^[\x20-\x7e]*$/;

export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word.normalize('NFD').replace(ACCENTS, '').toLowerCase();
}

/** The words of what a person typed. The last one is open as long as nothing follows it. */
export function searchWords(typed: string): readonly SearchWord[] {
  const found = [...typed.matchAll(WORD)].slice(0, WORDS_MAX);
  return found.map((match) => {
    const text = foldWord(match[0].slice(0, WORD_LENGTH_MAX));
    const isLast = match.index + match[0].length === typed.length;
    return { text, open: isLast && (text.length >= OPEN_LENGTH_MIN || WHOLE_SIGN.test(text)) };
  });
}

const matches = (word: SearchWord, folded: string) =>
  word.open ? folded.startsWith(word.text) : folded === word.text;

/** Where the words stand in a text, and which of them, in the order of the text. */
export function wordsIn(
  text: string,
  words: readonly SearchWord[],
): { readonly length: number; readonly found: readonly { word: number; range: TextRange }[] } {
  const found: { word: number; range: TextRange }[] = [];
  let length = 0;
  for (const match of text.matchAll(WORD)) {
    length++;
    const folded = foldWord(match[0]);
    const word = words.findIndex((wanted) => matches(wanted, folded));
    if (word >= 0) found.push({ word, range: [match.index, match.index + match[0].length] });
  }
  return { length, found };
}

/** A piece of a text with what was looked for marked in it. */
export type Snippet = { readonly text: string; readonly marks: readonly TextRange[] };

const SNIPPET_LENGTH = 160;
/** How much stands before the first mark. */
const LEAD_LENGTH = 40;
const HALF_SIGN = /[\ud800-\udbff]$/;

/** The piece of a text around the first word found: data, never markup. */
export function snippetOf(whole: string, words: readonly SearchWord[]): Snippet {
  const text = whole.replace(/\s+/gu, ' ').trim();
  const { found } = wordsIn(text, words);
  const first = found[0]?.range[0] ?? 0;
  const begin = text.length <= SNIPPET_LENGTH ? 0 : wordBegin(text, first - LEAD_LENGTH);
  let piece = text.slice(begin, begin + SNIPPET_LENGTH);
  if (HALF_SIGN.test(piece)) piece = piece.slice(0, -1);
  const head = begin > 0 ? '…' : '';
  const tail = begin + piece.length < text.length ? '…' : '';
  const shift = head.length - begin;
  const end = begin + piece.length;
  const marks = found
    .filter(({ range: [from] }) => from >= begin && from < end)
    .map(({ range: [from, to] }): TextRange => [from + shift, Math.min(to, end) + shift]);
  return { text: head + piece + tail, marks };
}

/** The beginning of a word, not far behind a place. */
function wordBegin(text: string, place: number): number {
  if (place <= 0) return 0;
  const space = text.indexOf(' ', place);
  if (space >= 0 && space - place < LEAD_LENGTH) return space + 1;
  // One long word: only a whole sign may be the first.
  return HALF_SIGN.test(text.slice(0, place)) ? place + 1 : place;
}
