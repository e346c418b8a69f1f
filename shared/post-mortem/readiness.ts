import type { Content } from './content.ts';

/** What the list is made from. */
export type ReadinessState = {
  readonly owner: string | null;
  readonly reviewAt: number | null;
  readonly summary: string;
  readonly impact: string;
  /** Names of the key times that nobody said and nothing says by itself. */
  readonly missingTimes: readonly string[];
  readonly followUps: number;
  /** Those that are open and have no owner. */
  readonly unowned: number;
  readonly document: Content;
};

export type ReadinessLine = { readonly id: string; readonly done: boolean; readonly text: string };

/** What should be so before people meet over a post-mortem, in the order in which it is done. */
export function readinessOf(state: ReadinessState): readonly ReadinessLine[] {
  const { missingTimes, followUps, unowned } = state;
  const empty = emptySections(state.document);
  // Who took the block over as text, or deleted it, says it in the text: an empty section is asked for.
  const said = (kind: string, value: string) => value !== '' || !follows(state.document, kind);
  const line = (id: string, done: boolean, text: string): ReadinessLine => ({ id, done, text });
  return [
    line('owner', state.owner !== null, 'Name who writes it'),
    line('summary', said('summary', state.summary), 'Say in two sentences what happened'),
    line('impact', said('impact', state.impact), 'Write the impact in numbers'),
    line(
      'times',
      missingTimes.length === 0,
      missingTimes.length === 0 ? 'Set the key times' : `Set: ${missingTimes.join(', ')}`,
    ),
    line(
      'sections',
      empty.length === 0,
      empty.length === 0 ? 'Write in every section' : `Write, or delete: ${empty.join(', ')}`,
    ),
    line(
      'follow-ups',
      followUps > 0 && unowned === 0,
      followUps === 0 ? 'Add follow-ups' : 'Give each follow-up an owner',
    ),
    line('date', state.reviewAt !== null, 'Set when it is discussed'),
  ];
}

/** Headings under which nothing stands but prompts and empty lines, up to the next heading. */
export function emptySections({ content = [] }: Content): readonly string[] {
  const empty: string[] = [];
  for (const [i, node] of content.entries()) {
    if (node.type !== 'heading') continue;
    const rest = content.slice(i + 1);
    const end = rest.findIndex(({ type }) => type === 'heading');
    const section = end < 0 ? rest : rest.slice(0, end);
    // A heading over smaller ones is no section of its own.
    const next = end < 0 ? undefined : rest[end];
    const isOver = Number(next?.attrs?.level ?? 0) > Number(node.attrs?.level ?? 0);
    if (!isOver && section.every(isBlank)) empty.push(textOf(node));
  }
  return empty;
}

const follows = ({ content = [] }: Content, kind: string): boolean =>
  content.some(({ type, attrs }) => type === 'liveBlock' && attrs?.kind === kind);

const isBlank = (node: Content): boolean =>
  node.type === 'prompt' ||
  node.type === 'privateNote' ||
  (node.type === 'paragraph' && textOf(node).trim() === '' && !node.content?.some(says));

const says = ({ type }: Content) => type !== 'text' && type !== 'hardBreak';

function textOf({ text, content = [] }: Content): string {
  return text ?? content.map(textOf).join('');
}
