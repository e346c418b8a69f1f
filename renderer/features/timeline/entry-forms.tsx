import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDraft } from '../draft.ts';
import { useSubmit } from '../submit.ts';
import { fromLocalField, toLocalField } from '../time/local-field.ts';
import styles from './entry-forms.module.css';
import type { SaidItem } from './entry-said.tsx';

export type EntryFormProps = { readonly item: SaidItem; readonly onClose: () => void };

/** Edits what an entry says. What it said before stays in the log. */
export function EditText({ item, onClose }: EntryFormProps) {
  const { store } = useDesktop();
  const [draft, setDraft] = useDraft(`edit ${item.id}`);
  const [text, setText] = useState(draft === '' ? item.text : draft);
  const { problem, submit, forget } = useSubmit();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  // One goes on writing where the text ends.
  useEffect(() => field.current?.setSelectionRange(-1, -1), []);
  const close = () => {
    setDraft('');
    onClose();
  };
  const save = async () => {
    if (text.trim() === item.text) return close();
    const saved = await submit(() => store.getState().editLine(item, text));
    if (saved !== null) close();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void save();
  };
  return (
    <div className={styles.form}>
      <TextField
        label="Entry"
        isLabelHidden
        isMultiline
        autoFocus
        inputRef={field}
        value={text}
        problem={problem}
        onChange={(next) => {
          setText(next);
          setDraft(next);
          forget();
        }}
        onKeyDown={pressed}
      />
      <Buttons onSave={() => void save()} onClose={close} />
    </div>
  );
}

/** Moves an entry to the time at which it happened. */
export function EditTime({ item, onClose }: EntryFormProps) {
  const { store } = useDesktop();
  const [value, setValue] = useState(toLocalField(item.at));
  const { problem, submit, forget } = useSubmit();
  const save = async () => {
    const at = fromLocalField(value);
    if (at === null) return;
    if (value === toLocalField(item.at)) return onClose();
    const moved = await submit(() => store.getState().moveLine(item, at));
    if (moved !== null) onClose();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void save();
  };
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <label className={styles.label}>
          When it happened
          <input
            type="datetime-local"
            className={styles.time}
            value={value}
            // biome-ignore lint/a11y/noAutofocus: opened by the person who is about to type in it
            autoFocus
            onChange={(event) => {
              setValue(event.target.value);
              forget();
            }}
            onKeyDown={pressed}
          />
        </label>
        <Buttons onSave={() => void save()} onClose={onClose} />
      </div>
      {problem !== null && <p role="alert">{problem.message}</p>}
    </div>
  );
}

function Buttons(props: { readonly onSave: () => void; readonly onClose: () => void }) {
  return (
    <div className={styles.buttons}>
      <Button look="primary" onPress={props.onSave}>
        Save
      </Button>
      <Button look="quiet" hint="Esc" onPress={props.onClose}>
        Cancel
      </Button>
    </div>
  );
}
