import { Pencil } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
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
  const comesBack = useRef(false);
  // Back to where the edit began, unless the person has gone on to something else.
  useEffect(() => {
    if (isEdited || !comesBack.current) return;
    comesBack.current = false;
    if (document.activeElement === document.body) home.current?.querySelector('button')?.focus();
  }, [isEdited]);
  const close = (by: 'key' | 'leaving') => {
    comesBack.current = by === 'key';
    setEdited(false);
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

type NameFieldProps = IncidentNameProps & { readonly onClose: (by: 'key' | 'leaving') => void };

function NameField({ incident, name, onClose }: NameFieldProps) {
  const { store } = useDesktop();
  const [text, setText] = useState(name);
  const { problem, submit } = useSubmit();
  const save = async (by: 'key' | 'leaving') => {
    if (text === name) return onClose(by);
    const renamed = await submit(() => store.getState().rename(incident, text));
    if (renamed !== null) onClose(by);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save('key');
    if (event.key === 'Escape') {
      // One step back: out of the field, and no further.
      event.stopPropagation();
      onClose('key');
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
        onBlur={() => void save('leaving')}
        problem={problem}
      />
    </div>
  );
}
