import { tellingWords } from '../domain/telling-words.ts';
import type { Content } from './content.ts';

/** Longest factor, and most of one post-mortem: a sentence each, as people list them. */
const FACTOR_MAX = 300;
const FACTORS_MAX = 50;

/** Under such a heading people say what came together. */
const FACTORS = /\bfactors?\b/i;

/** The contributing factors that a document names: the lines under their heading. */
export function factorsIn({ content = [] }: Content): readonly string[] {
  const factors: string[] = [];
  let level: number | null = null;
  for (const node of content) {
    if (node.type === 'heading') {
      const own = Number(node.attrs?.level ?? 1);
      if (level === null || own <= level) {
        level = FACTORS.test(textOf(node)) ? own : null;
        continue;
      }
    }
    if (level !== null) factors.push(...linesOf(node));
  }
  return factors.slice(0, FACTORS_MAX);
}

const NOT_SAID: ReadonlySet<string> = new Set(['prompt', 'privateNote', 'liveBlock']);

function linesOf(node: Content): readonly string[] {
  const { type = '', content = [] } = node;
  if (NOT_SAID.has(type)) return [];
  if (!content.some((part) => part.type === 'text')) return content.flatMap(linesOf);
  const line = textOf(node).replace(/\s+/g, ' ').trim().slice(0, FACTOR_MAX);
  return line === '' ? [] : [line];
}

function textOf({ text, content = [] }: Content): string {
  return text ?? content.map(textOf).join('');
}

/** A factor that a post-mortem names. */
export type Factor<Incident> = { readonly incident: Incident; readonly text: string };

/** A factor that several name, in the words of the first of them. */
export type Recurring<Incident> = {
  readonly text: string;
  readonly incidents: readonly Incident[];
};

/** Two sentences say the same where half of their telling words are the same, and at least two are. */
const ALIKE = 0.5;
const SHARED_MIN = 2;

/**
 * Factors that the post-mortems of several incidents name, those that most name first.
 * @param factors the latest first; each joins the first that it is like
 */
export function recurringFactors<Incident>(
  factors: readonly Factor<Incident>[],
): readonly Recurring<Incident>[] {
  type Group = { text: string; words: ReadonlySet<string>; incidents: Set<Incident> };
  const groups: Group[] = [];
  const byWord = new Map<string, Set<Group>>();
  for (const { incident, text } of factors) {
    const words = new Set(tellingWords(text).keys());
    if (words.size === 0) continue;
    const near = new Set([...words].flatMap((word) => [...(byWord.get(word) ?? [])]));
    const found = [...near].find((group) => isAlike(group.words, words));
    if (found !== undefined) {
      found.incidents.add(incident);
      continue;
    }
    const group: Group = { text, words, incidents: new Set([incident]) };
    groups.push(group);
    for (const word of words) byWord.set(word, (byWord.get(word) ?? new Set()).add(group));
  }
  return groups
    .filter(({ incidents }) => incidents.size > 1)
    .map(({ text, incidents }) => ({ text, incidents: [...incidents] }))
    .sort((a, b) => b.incidents.length - a.incidents.length);
}

function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  const isSame = shared === a.size && shared === b.size;
  return isSame || (shared >= SHARED_MIN && shared / Math.max(a.size, b.size) >= ALIKE);
}
