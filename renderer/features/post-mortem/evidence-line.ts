import type { TimelineItemT, TimelineViewT } from '#shared/contract/views.ts';
import { foldWord } from '#shared/domain/search-words.ts';
import { harmless } from '#shared/text/harmless.ts';
import { changeWords } from '../timeline/entry-words.ts';

/** An entry of the timeline, as it can stand in a sentence. */
export type EvidenceLine = {
  readonly id: string;
  readonly at: number;
  readonly who: string;
  readonly text: string;
  readonly marker: string | null;
};

export function evidenceLines(view: TimelineViewT): readonly EvidenceLine[] {
  const names = Object.fromEntries(view.people.map(({ ref, name }) => [ref, name]));
  return view.items.map((item) => ({
    id: item.id,
    at: item.at,
    who: harmless(item.by.name),
    text: harmless(textOf(item, names)).replace(/\s+/g, ' ').trim(),
    marker: item.marker,
  }));
}

function textOf(item: TimelineItemT, names: Readonly<Record<string, string>>): string {
  if (item.kind === 'change') return changeWords(item.changes, names);
  if (item.text.trim() !== '') return item.text;
  return item.files.map(({ name }) => name).join(', ');
}

/** Lines in which each typed word begins a word. */
export function linesWith(lines: readonly EvidenceLine[], typed: string): readonly EvidenceLine[] {
  const sought = wordsOf(typed).filter(Boolean);
  if (sought.length === 0) return lines;
  return lines.filter(({ text, who }) => {
    const words = wordsOf(`${who} ${text}`);
    return sought.every((word) => words.some((one) => one.startsWith(word)));
  });
}

const wordsOf = (text: string) => text.split(/[^\p{L}\p{N}]+/u).map(foldWord);
