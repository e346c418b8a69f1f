import type { Content } from './content.ts';
import { BUILT_IN_TEMPLATES } from './template.ts';

/** Headings that stand in every post-mortem: whoever looks for such a word means another one. */
const USUAL = new Set(
  BUILT_IN_TEMPLATES.flatMap(({ sections }) => sections.map(({ heading }) => heading)),
);

/** What the template asks, and what is the log's own. */
const NOT_WRITTEN: ReadonlySet<string> = new Set(['prompt', 'liveBlock', 'evidence']);

/** What people wrote in a document, a line each for blocks: the words by which it is found. */
export function writtenText(document: Content): string {
  return linesOf(document)
    .filter((line) => line !== '')
    .join('\n');
}

function linesOf(node: Content): readonly string[] {
  const { type, content = [] } = node;
  if (NOT_WRITTEN.has(type ?? '')) return [];
  if (!content.some((part) => part.type === 'text')) return content.flatMap(linesOf);
  const line = content.map(wordsOf).join('').replace(/\s+/g, ' ').trim();
  return type === 'heading' && USUAL.has(line) ? [] : [line];
}

const wordsOf = ({ type, text }: Content): string => (type === 'text' ? (text ?? '') : ' ');
