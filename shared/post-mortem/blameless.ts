import { z } from 'zod';

/** Phrases that blame or stop inquiry, and what to ask instead. */
export const HintRuleSchema = z.strictObject({
  /** As people write them; `*` stands for the rest of a word, `X` for a word. */
  phrases: z.array(z.string().trim().min(2).max(60)).min(1).max(30),
  offer: z.string().trim().min(1, 'Say what to write instead.').max(200),
});
export type HintRule = z.infer<typeof HintRuleSchema>;

/** @see PagerDuty, postmortem-docs: blameless; Etsy, debriefing facilitation guide */
export const HINT_RULES: readonly HintRule[] = [
  {
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
  { phrases: ['why did you', 'who caused'], offer: 'Ask how, or what: not why, or who.' },
  {
    phrases: ['root cause was', 'root cause is'],
    offer: 'Contributing factors: there is rarely one.',
  },
  { phrases: ['obviously', 'simply', 'just'], offer: 'Leave it out: it was not so clear then.' },
  {
    phrases: ['be more careful', 'train people', 'remember to'],
    offer: 'A change to the system, a check, or a default.',
  },
  { phrases: ['if only'], offer: 'State what happened, and what the process allowed.' },
];

/** A phrase in a text, and a better question. `from` and `to` are offsets in UTF-16 units. */
export type Hint = {
  readonly from: number;
  readonly to: number;
  readonly said: string;
  readonly offer: string;
};

/** More than these in one text nobody reads. */
const HINTS_MAX = 200;
/** Names this person beside a fault. */
const FAULTS = ['broke', 'caused', 'forgot', 'failed', 'missed', 'ignored', 'deleted'];
const ROLE = 'Name the role: the on-call engineer, the reviewer.';

/**
 * Phrases of a text that blame, or end the asking; the first of any that overlap. A hint never blocks.
 * @param names people's names: beside a word of fault, the role is better
 */
export function hintsIn(
  text: string,
  rules: readonly HintRule[] = HINT_RULES,
  names: readonly string[] = [],
): readonly Hint[] {
  const found = rules.flatMap(({ phrases, offer }) =>
    phrases.flatMap((phrase) => matches(text, patternOf(phrase), offer)),
  );
  const named = names
    .filter((name) => name.trim() !== '')
    .flatMap((name) => {
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{N}])${literal(name)}\\s+(?:${FAULTS.join('|')})(?![\\p{L}\\p{N}])`,
        'giu',
      );
      return matches(text, pattern, ROLE);
    });
  const inOrder = [...named, ...found].sort((a, b) => a.from - b.from || b.to - a.to);
  const hints: Hint[] = [];
  for (const hint of inOrder) {
    if (hints.length < HINTS_MAX && hint.from >= (hints.at(-1)?.to ?? 0)) hints.push(hint);
  }
  return hints;
}

function matches(text: string, pattern: RegExp, offer: string): Hint[] {
  return [...text.matchAll(pattern)].map(({ index, 0: said }) => {
    return { from: index, to: index + said.length, said, offer };
  });
}

/** Whole words, in any case, whatever space is between them. */
function patternOf(phrase: string): RegExp {
  const words = phrase
    .trim()
    .split(/\s+/)
    .map((word) => {
      if (word === 'X') return '[\\p{L}\\p{N}]{1,60}';
      return word.endsWith('*') ? `${literal(word.slice(0, -1))}[\\p{L}]{0,60}` : literal(word);
    });
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s{1,4}')}(?![\\p{L}\\p{N}])`, 'giu');
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
