import { compareText } from '#shared/base/order.ts';
import { type SearchWord, searchWords } from '#shared/domain/search-words.ts';
import { entityParts } from '#shared/ops/op.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import type { Found, Hit } from '../controls.ts';
import type { Db } from '../store/database.ts';
import {
  newestMessages,
  newestWritten,
  rowsIn,
  rowsWith,
  type SearchIndex,
  searchedText,
  type Within,
} from '../store/search.ts';
import { scoresOf, weightOf } from './rank.ts';

/**
 * How many of the latest matches are ranked. A word that stands in more is ranked among these: that
 * bounds the time, over any number of messages, and the latest are what people look for.
 */
const RANKED_MAX = 500;

type Candidate = Omit<Hit, 'text'> & {
  readonly index: SearchIndex;
  readonly row: number;
  readonly score: number;
};

/** An incident's own words weigh more than what was said in it, and notes more than talk. */
const WEIGHTS = { incident: 3, written: 1.5, message: 1 } as const;

/**
 * Looks for texts that hold all words of what a person typed, the last one perhaps unfinished.
 * @param within where to look; null for everywhere
 */
export function search(db: Db, typed: string, limit: number, within: Within | null = null): Found {
  const words = searchWords(typed);
  if (words.length === 0) return { words, hits: [], more: false };
  const candidates = [...messages(db, words, within), ...written(db, words, within)].sort(
    (a, b) => b.score - a.score || b.at - a.at || compareText(a.id, b.id),
  );
  const hits = candidates.slice(0, limit).map(
    ({ index, row, incident, kind, id, at, by }): Hit => ({
      incident,
      kind,
      id,
      at,
      by,
      text: searchedText(db, index, row),
    }),
  );
  return { words, hits, more: candidates.length > limit };
}

/** Every word in quotes: whatever was typed, nothing of it is an operator. */
const quoted = ({ text, open }: SearchWord) => `"${text}"${open ? '*' : ''}`;
const allOf = (words: readonly SearchWord[]) => words.map(quoted).join(' ');

/**
 * The latest rows that hold all words. Where the last one is open it is tried as a whole word first:
 * when there are enough of these, it is a common word, and to collect all that goes on from it would
 * be slow.
 */
function latest<Row>(
  words: readonly SearchWord[],
  read: (match: string, limit: number) => readonly Row[],
): readonly Row[] {
  const whole = words.map((word) => ({ ...word, open: false }));
  const rows = read(allOf(whole), RANKED_MAX);
  const isOpen = words.some((word) => word.open);
  return isOpen && rows.length < RANKED_MAX ? read(allOf(words), RANKED_MAX) : rows;
}

function messages(
  db: Db,
  words: readonly SearchWord[],
  within: Within | null,
): readonly Candidate[] {
  const index = 'message_search';
  const rows = latest(words, (match, limit) => newestMessages(db, match, limit, within));
  const scores = rank(db, index, words, rows);
  return rows.map(({ row, incident, ts, author }, i) => ({
    ...{ index, row, incident, kind: 'message', id: ts, by: author },
    at: tsMs(ts),
    score: WEIGHTS.message * (scores[i] ?? 0),
  }));
}

function written(
  db: Db,
  words: readonly SearchWord[],
  within: Within | null,
): readonly Candidate[] {
  const index = 'written_search';
  const rows = latest(words, (match, limit) => newestWritten(db, match, limit, within));
  const scores = rank(db, index, words, rows);
  return rows.map(({ row, incident, entity, at }, i) => {
    const { kind, key } = entityParts(entity);
    const weight = kind === 'incident' ? WEIGHTS.incident : WEIGHTS.written;
    const id = key === '' ? incident : key;
    return { index, row, incident, kind, id, at, by: null, score: weight * (scores[i] ?? 0) };
  });
}

function rank(
  db: Db,
  index: SearchIndex,
  words: readonly SearchWord[],
  rows: readonly { readonly text: string }[],
): readonly number[] {
  const weights = rows.length < 2 ? words.map(() => 1) : weightsOf(db, index, words);
  return scoresOf(
    rows.map((row) => row.text),
    words,
    weights,
  );
}

/** One word alone has nothing to be weighed against. */
function weightsOf(db: Db, index: SearchIndex, words: readonly SearchWord[]): readonly number[] {
  if (words.length === 1) return [1];
  const all = rowsIn(db, index);
  return words.map((word) => weightOf(rowsWith(db, index, quoted(word), RANKED_MAX), all));
}
