import { CornerDownLeft } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useDraft } from '../draft.ts';
import { useSubmit } from '../submit.ts';
import styles from './composer.module.css';

export type ComposerProps = { readonly incident: IncidentId; readonly onAdded: () => void };

/** Where notes are written. It keeps every character until the engine has it on disk. */
export function Composer({ incident, onAdded }: ComposerProps) {
  const { store } = useDesktop();
  const [text, setText] = useDraft(`note ${incident}`);
  const { problem, submit, forget } = useSubmit();
  const current = useRef(text);
  current.current = text;

  const add = async () => {
    const sent = text;
    if (sent.trim() === '') return;
    const added = await submit(() => store.getState().addNote(incident, sent));
    if (added === null) return;
    // Whoever types on while it is being saved keeps what they typed.
    setText(current.current.startsWith(sent) ? current.current.slice(sent.length) : '');
    onAdded();
  };
  const pressed = (event: KeyboardEvent) => {
    // Enter also ends the composition of a character (Japanese, Chinese, accents).
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void add();
  };

  return (
    <div className={styles.composer}>
      <TextField
        label="Add to the timeline"
        isLabelHidden
        isMultiline
        placeholder="Write a note"
        shortcut="composer"
        value={text}
        onChange={(next) => {
          setText(next);
          forget();
        }}
        onKeyDown={pressed}
        problem={problem}
      />
      <Button look="icon" label="Add note" onPress={() => void add()}>
        <CornerDownLeft {...ICON} />
      </Button>
    </div>
  );
}
