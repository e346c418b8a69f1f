import { type KeyboardEvent, useState } from 'react';
import type { Problem } from '../../ui/problem.ts';
import { fromLocalField, toLocalField } from './local-field.ts';
import { localTime, wholeTime } from './moment.tsx';
import styles from './time-value.module.css';

export type TimeValueProps = {
  readonly label: string;
  /** ms since 1970, or null while nobody said. */
  readonly at: number | null;
  readonly prompt: string;
  /** What the field begins with where there is none. */
  readonly begin: () => number;
  readonly onSave: (at: number | null) => Promise<Problem | null>;
};

/** A moment that turns into a field where it stands. An emptied field takes it back. */
export function TimeValue({ label, at, prompt, begin, onSave }: TimeValueProps) {
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (text === null) {
    return (
      <button
        type="button"
        className={styles.value}
        data-empty={at === null}
        aria-label={`${label}: ${at === null ? prompt : localTime(at)}`}
        title={at === null ? undefined : wholeTime(at)}
        onClick={() => setText(toLocalField(at ?? begin()))}
      >
        {at === null ? prompt : localTime(at)}
      </button>
    );
  }
  const save = async () => {
    const met = await onSave(text === '' ? null : fromLocalField(text));
    setProblem(met);
    if (met === null) setText(null);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      void save();
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      setText(null);
    }
  };
  return (
    <span className={styles.field}>
      <input
        type="datetime-local"
        aria-label={label}
        // biome-ignore lint/a11y/noAutofocus: opened by the person who is about to type in it
        autoFocus
        className={styles.input}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={pressed}
        onBlur={() => void save()}
      />
      {problem !== null && <span role="alert">{problem.message}</span>}
    </span>
  );
}
