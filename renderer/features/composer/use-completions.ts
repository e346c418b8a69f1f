import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { LineReader } from '#shared/domain/composer-line.ts';
import { type Completion, completionsAt } from '#shared/domain/line-completion.ts';

export type Field = HTMLInputElement & HTMLTextAreaElement;

const NO_CHOICES: readonly Completion[] = [];

/** How a line of a field can go on, with the keys that choose. */
export function useCompletions(
  field: RefObject<Field | null>,
  text: string,
  setText: (text: string) => void,
  reader: Omit<LineReader, 'now'>,
) {
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  /** The text for which the list was sent away. */
  const [away, setAway] = useState<string | null>(null);
  const nextCaret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (nextCaret.current === null) return;
    field.current?.setSelectionRange(nextCaret.current, nextCaret.current);
    nextCaret.current = null;
  });

  const found = completionsAt(text, caret, reader);
  const choices = away === text || caret > text.length ? NO_CHOICES : found.choices;
  const at = Math.min(chosen, choices.length - 1);

  const choose = ({ insert }: Completion) => {
    const behind = text.slice(caret);
    const put = behind.startsWith(' ') ? insert.trimEnd() : insert;
    nextCaret.current = found.from + put.length;
    setCaret(nextCaret.current);
    setText(text.slice(0, found.from) + put + behind);
    setChosen(0);
  };
  /** Whether the key was for the list. */
  const pressed = (event: KeyboardEvent): boolean => {
    const choice = choices[at];
    if (choice === undefined || event.ctrlKey || event.metaKey) return false;
    if (event.key === 'ArrowDown') setChosen((at + 1) % choices.length);
    else if (event.key === 'ArrowUp') setChosen((at - 1 + choices.length) % choices.length);
    else if (event.key === 'Escape') setAway(text);
    else if (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey)) choose(choice);
    else return false;
    event.preventDefault();
    return true;
  };
  /** The caret stands elsewhere: one typed, or went there. */
  const moved = () => setCaret(field.current?.selectionStart ?? 0);
  return { choices, at, choose, pressed, moved };
}
