import type { HintRule } from './hint-rule.ts';

/** @see PagerDuty, postmortem-docs: blameless; Etsy, debriefing facilitation guide */
export const HINT_RULES: readonly HintRule[] = [
  {
    id: 'name',
    phrases: ['broke', 'caused', 'forgot', 'failed', 'missed', 'ignored', 'deleted'].map(
      (fault) => `NAME ${fault}`,
    ),
    offer: 'Name the role: the on-call engineer, the reviewer.',
  },
  {
    id: 'fault',
    phrases: [
      'human error',
      'X forgot',
      'careless*',
      'should have',
      'failed to',
      'could have just',
    ],
    offer: 'What did they see and know at that moment? What made this hard to notice?',
  },
  {
    id: 'why-who',
    phrases: ['why did you', 'who caused'],
    offer: 'Ask how, or what: not why, or who.',
  },
  {
    id: 'root-cause',
    phrases: ['root cause was', 'root cause is'],
    offer: 'Contributing factors: there is rarely one.',
  },
  {
    id: 'hindsight',
    phrases: ['obviously', 'simply', 'just'],
    offer: 'Leave it out: it was not so clear then.',
  },
  {
    id: 'be-careful',
    phrases: ['be more careful', 'train people', 'remember to'],
    offer: 'A change to the system, a check, or a default.',
  },
  {
    id: 'if-only',
    phrases: ['if only'],
    offer: 'State what happened, and what the process allowed.',
  },
];

/** A phrase in a text, and a better question. `from` and `to` are offsets in UTF-16 units. */
export type Hint = {
  readonly from: number;
  readonly to: number;
  readonly said: string;
  readonly offer: string;
  /** The id of the rule that it breaks. */
  readonly rule: string;
};

/** More than these in one text nobody reads. */
const HINTS_MAX = 200;

/** Finds the hints of one text. */
export type HintFinder = (text: string) => readonly Hint[];

/** Phrases of a text that blame, or end the asking. @see hintFinder */
export const hintsIn = (
  text: string,
  rules: readonly HintRule[] = HINT_RULES,
  names: readonly string[] = [],
): readonly Hint[] => hintFinder(rules, names)(text);

/**
 * Finds phrases that blame, or end the asking; the first of any that overlap. A hint never blocks.
 * Reads the rules once, for many texts.
 * @param names people's names: beside a word of fault, the role is better
 */
export function hintFinder(
  rules: readonly HintRule[] = HINT_RULES,
  names: readonly string[] = [],
): HintFinder {
  const people = longestFirst(names.filter((name) => name.trim() !== '').map(literal));
  const patterns = rules.flatMap(({ id, phrases, offer }) => {
    const pattern = anyOf(phrases, people);
    return pattern === null ? [] : [{ pattern, offer, rule: id }];
  });
  return (text) => {
    const found = patterns.flatMap(({ pattern, ...told }) =>
      [...text.matchAll(pattern)].map(
        ({ index, 0: said }): Hint => ({ from: index, to: index + said.length, said, ...told }),
      ),
    );
    found.sort((a, b) => a.from - b.from || b.to - a.to);
    const hints: Hint[] = [];
    for (const hint of found) {
      if (hints.length < HINTS_MAX && hint.from >= (hints.at(-1)?.to ?? 0)) hints.push(hint);
    }
    return hints;
  };
}

/** Words before a phrase by which it is known again, and how far they are looked for. */
const BEFORE = 3;
const BEFORE_LETTERS = 120;
/** Longest `hintKey`. */
export const HINT_KEY_MAX = 300;

/**
 * What a hint is called that somebody dismissed: its phrase, and a few words before it. The same phrase
 * elsewhere is another one, and what is written behind it does not bring it back.
 * @param text the text in which it was found
 */
export function hintKey(text: string, { from, said }: Hint): string {
  const words = (part: string) => part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const before = words(text.slice(Math.max(0, from - BEFORE_LETTERS), from)).slice(-BEFORE);
  return [...before, `[${words(said).join(' ')}]`].join(' ').slice(-HINT_KEY_MAX);
}

/**
 * Whole words, in any case, whatever space is between them; null where there is nothing to look for.
 * @param people names, as patterns
 */
function anyOf(phrases: readonly string[], people: readonly string[]): RegExp | null {
  const sought = longestFirst(phrases)
    .map((phrase) => phrase.trim().split(/\s+/))
    .filter((words) => people.length > 0 || !words.includes(PERSON));
  if (sought.length === 0) return null;
  const sources = sought.map((words) =>
    words.map((word) => wordPattern(word, people)).join('\\s{1,4}'),
  );
  return wholeWords(`(?:${sources.join('|')})`);
}

/** Stands for the name of somebody. */
const PERSON = 'NAME';

function wordPattern(word: string, people: readonly string[]): string {
  if (word === PERSON) return `(?:${people.join('|')})`;
  if (word === 'X') return '[\\p{L}\\p{N}]{1,60}';
  return word.endsWith('*') ? `${literal(word.slice(0, -1))}[\\p{L}]{0,60}` : literal(word);
}

const wholeWords = (source: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu');

/** What begins with another is tried before it. */
const longestFirst = (sources: readonly string[]) =>
  [...sources].sort((a, b) => b.length - a.length);

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
