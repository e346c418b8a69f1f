import type { IncidentId } from '#shared/base/ids.ts';
import { POST_MORTEM } from '#shared/domain/post-mortem.ts';
import { foldWord } from '#shared/domain/search-words.ts';
import { tellingWords } from '#shared/domain/telling-words.ts';
import type { Alike } from '../controls.ts';
import type { Db } from '../store/database.ts';
import { incidentText, incidentTexts } from '../store/post-mortem-search.ts';
import { rowsIn, rowsWith } from '../store/search.ts';
import { weightOf } from './rank.ts';

const INDEX = 'written_search';
/** Words of the incident that are weighed, and of them the rarest that are looked for. */
const WEIGHED_MAX = 40;
const SOUGHT_MAX = 12;
/** A word in more rows than these tells nothing more by standing in even more. */
const COUNTED_MAX = 500;
/** Incidents that are compared by their heads, and by their post-mortems: the latest. */
const HEADS_MAX = 1_000;
const POST_MORTEMS_MAX = 300;
/** One word in common is chance. */
const SHARED_MIN = 2;

/**
 * Incidents whose head or post-mortem shares telling words with the head of this one, the most alike
 * first. Bounded: its rarest words are looked for, in the latest incidents.
 */
export function incidentsLike(db: Db, incident: IncidentId): readonly Alike[] {
  const sought = soughtWords(db, incidentText(db, incident));
  if (sought.length === 0) return [];
  const texts = [
    ...incidentTexts(db, 'incident', HEADS_MAX),
    ...incidentTexts(db, POST_MORTEM, POST_MORTEMS_MAX),
  ];
  const shared = new Map<IncidentId, Set<string>>();
  for (const { incident: other, text } of texts) {
    if (other === incident) continue;
    const folded = foldWord(text);
    for (const { word, whole } of sought) {
      // Most texts hold none of the letters: only the rest is looked at for whole words.
      if (!folded.includes(word) || !whole.test(folded)) continue;
      shared.set(other, (shared.get(other) ?? new Set()).add(word));
    }
  }
  const least = Math.min(SHARED_MIN, sought.length);
  return [...shared]
    .filter(([, words]) => words.size >= least)
    .map(([other, words]): Alike => {
      const common = sought.filter(({ word }) => words.has(word));
      const score = common.reduce((sum, { weight }) => sum + weight, 0);
      return { incident: other, words: common.map(({ written }) => written), score };
    })
    .sort((a, b) => b.score - a.score);
}

type Sought = {
  readonly word: string;
  /** Finds it in a folded text. */
  readonly whole: RegExp;
  readonly written: string;
  readonly weight: number;
};

const LETTER = '[\\p{L}\\p{N}\\p{M}]';

/** What an incident is about: its rarest words. Its code is nobody else's. */
function soughtWords(db: Db, text: string): readonly Sought[] {
  const all = rowsIn(db, INDEX);
  const [, ...head] = text.split('\n');
  return [...tellingWords(head.join('\n'))]
    .slice(0, WEIGHED_MAX)
    .map(([word, written]) => {
      const weight = weightOf(rowsWith(db, INDEX, `"${word}"`, COUNTED_MAX), all);
      const whole = new RegExp(`(?<!${LETTER})${word}(?!${LETTER})`, 'u');
      return { word, whole, written, weight };
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, SOUGHT_MAX);
}
