import { Pencil } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import styles from './incident-name.module.css';

export type IncidentNameProps = { readonly incident: IncidentId; readonly name: string };

/** The name, which turns into a field where it stands. */
export function IncidentName({ incident, name }: IncidentNameProps) {
  const [isEdited, setEdited] = useState(false);
  const home = useRef<HTMLDivElement>(null);
  const close = () => {
    setEdited(false);
    // Back to where the edit began, once the button is there again.
    queueMicrotask(() => home.current?.querySelector('button')?.focus());
  };
  return (
    <div className={styles.line} ref={home}>
      {isEdited ? (
        <NameField incident={incident} name={name} onClose={close} />
      ) : (
        <>
          <h1 className={styles.name}>
            <bdi>{name}</bdi>
          </h1>
          <span className={styles.pencil} data-shortcut="rename">
            <Button look="icon" label="Rename" onPress={() => setEdited(true)}>
              <Pencil {...ICON} />
            </Button>
          </span>
        </>
      )}
    </div>
  );
}

type NameFieldProps = IncidentNameProps & { readonly onClose: () => void };

function NameField({ incident, name, onClose }: NameFieldProps) {
  const { store } = useDesktop();
  const [text, setText] = useState(name);
  const { problem, submit } = useSubmit();
  const save = async () => {
    if (text === name) return onClose();
    const renamed = await submit(() => store.getState().rename(incident, text));
    if (renamed !== null) onClose();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save();
    if (event.key === 'Escape') {
      // One step back: out of the field, and no further.
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <div className={styles.edit}>
      <TextField
        label="Name"
        isLabelHidden
        isLarge
        autoFocus
        value={text}
        onChange={setText}
        onKeyDown={pressed}
        onBlur={() => void save()}
        problem={problem}
      />
    </div>
  );
}
