import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import styles from './inline-text.module.css';
import type { Problem } from './problem.ts';
import { TextField } from './text-field.tsx';

export type InlineTextProps = {
  readonly label: string;
  readonly value: string;
  /** What to write, where nothing stands yet. */
  readonly prompt: string;
  /** Saves it; resolves to what stood in the way, or null. */
  readonly onSave: (text: string) => Promise<Problem | null>;
  /** One line: Enter saves either way, Shift+Enter goes on below. */
  readonly isMultiline?: boolean;
  /** It is struck out: it no longer counts. */
  readonly isFaint?: boolean;
  /** It begins as a field. */
  readonly isOpen?: boolean;
  /** The field is left, saved or not. */
  readonly onClose?: () => void;
};

/** A text that turns into a field where it stands. Enter and leaving save, Escape takes back. */
export function InlineText(props: InlineTextProps) {
  const { label, value, prompt } = props;
  const [isEdited, setEdited] = useState(props.isOpen ?? false);
  const button = useRef<HTMLButtonElement>(null);
  const comesBack = useRef(false);
  useEffect(() => {
    if (isEdited || !comesBack.current) return;
    comesBack.current = false;
    // Unless the person has gone on to something else while it was being saved.
    if (document.activeElement === document.body) button.current?.focus();
  }, [isEdited]);
  if (isEdited) {
    return (
      <InlineField
        {...props}
        onClose={(by) => {
          comesBack.current = by === 'key';
          setEdited(false);
          props.onClose?.();
        }}
      />
    );
  }
  return (
    <button
      ref={button}
      type="button"
      className={styles.text}
      data-empty={value === ''}
      data-faint={props.isFaint ?? false}
      aria-label={`${label}: ${value === '' ? prompt : value}`}
      title={value.length > 120 ? value : undefined}
      onClick={() => setEdited(true)}
    >
      <bdi>{value === '' ? prompt : value}</bdi>
    </button>
  );
}

type InlineFieldProps = Omit<InlineTextProps, 'onClose'> & {
  readonly onClose: (by: 'key' | 'leaving') => void;
};

function InlineField({ label, value, prompt, onSave, onClose, ...props }: InlineFieldProps) {
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isSaving = useRef(false);
  const save = async (by: 'key' | 'leaving') => {
    if (isSaving.current) return;
    if (text === value) return onClose(by);
    isSaving.current = true;
    const met = await onSave(text);
    isSaving.current = false;
    if (met === null) onClose(by);
    else setProblem(met);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void save('key');
    }
    if (event.key === 'Escape') {
      // One step back: out of the field, and no further.
      event.stopPropagation();
      onClose('key');
    }
  };
  return (
    <div className={styles.field}>
      <TextField
        label={label}
        isLabelHidden
        isMultiline={props.isMultiline ?? true}
        autoFocus
        placeholder={prompt}
        value={text}
        onChange={(next) => {
          setText(next);
          setProblem(null);
        }}
        onKeyDown={pressed}
        onBlur={() => void save('leaving')}
        problem={problem}
      />
    </div>
  );
}
