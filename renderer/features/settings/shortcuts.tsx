import { type KeyboardEvent, useState } from 'react';
import type { ShellViewT } from '#shared/contract/views/shell.ts';
import {
  DEFAULT_SHORTCUTS,
  keysOf,
  SHORTCUTS,
  type ShortcutName,
  type ShortcutProblem,
  type Shortcuts,
} from '#shared/domain/shortcut.ts';
import { Button } from '../../ui/button.tsx';
import { keyLabel } from '../../ui/key-label.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Problem } from '../../ui/problem.ts';
import { useChange } from '../change.ts';
import styles from './shortcuts.module.css';

const NAMES: Readonly<Record<ShortcutName, string>> = {
  declare: 'Declare an incident',
  note: 'Take a note',
};

const PROBLEMS: Readonly<Record<ShortcutProblem, Problem>> = {
  taken: { message: 'Another program has these keys.', hint: 'Choose others.' },
  unknown: { message: 'This computer does not know these keys.', hint: 'Choose others.' },
};

type ShortcutsProps = { readonly shortcuts: Shortcuts; readonly shell: ShellViewT };

/** Keys that work in front of any program. */
export function ShortcutKeys({ shortcuts, shell }: ShortcutsProps) {
  if (shell.kind === 'browser') {
    return (
      <p>
        Keys that declare and take a note in front of any program are of the desktop app only. A tab
        of a browser cannot have them.
      </p>
    );
  }
  return (
    <>
      <p>They work in front of any program.</p>
      {SHORTCUTS.map((name) => (
        <Shortcut
          key={name}
          name={name}
          keys={shortcuts[name]}
          isMac={shell.isMac}
          missed={shell.shortcuts.find((one) => one.name === name)?.problem ?? null}
        />
      ))}
    </>
  );
}

type ShortcutProps = {
  readonly name: ShortcutName;
  readonly keys: string;
  readonly isMac: boolean;
  readonly missed: ShortcutProblem | null;
};

function Shortcut({ name, keys, isMac, missed }: ShortcutProps) {
  const change = useChange();
  const [isRecording, setRecording] = useState(false);
  /** What was pressed to record is there again afterwards, and keeps the focus. */
  const [wasRecorded, setRecorded] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const record = () => {
    setRecording(true);
    setRecorded(false);
  };
  const leave = () => {
    setRecording(false);
    setRecorded(true);
  };
  const set = async (chosen: string | null) => {
    leave();
    setProblem(await change('desktop.set-shortcut', { shortcut: name, keys: chosen }));
  };
  const shown = problem ?? (missed === null ? null : PROBLEMS[missed]);
  return (
    <section className={styles.shortcut} aria-label={NAMES[name]}>
      <h3>{NAMES[name]}</h3>
      {isRecording ? (
        <Recorder
          isMac={isMac}
          onKeys={(pressed) => void set(pressed)}
          onCancel={leave}
          onLeave={() => setRecording(false)}
        />
      ) : (
        <>
          <span className={styles.keys}>
            {keys === '' ? 'Off' : <kbd>{labelOf(keys, isMac)}</kbd>}
          </span>
          <Button autoFocus={wasRecorded} onPress={record}>
            Change
          </Button>
          {keys !== '' && (
            <Button look="quiet" onPress={() => void set('')}>
              Turn off
            </Button>
          )}
          {keys !== DEFAULT_SHORTCUTS[name] && (
            <Button look="quiet" onPress={() => void set(null)}>
              Reset
            </Button>
          )}
        </>
      )}
      {shown !== null && !isRecording && <Notice problem={shown} role="note" />}
    </section>
  );
}

type RecorderProps = {
  readonly isMac: boolean;
  readonly onKeys: (keys: string) => void;
  readonly onCancel: () => void;
  /** The person went elsewhere: nothing may take them back. */
  readonly onLeave: () => void;
};

/** Takes the next keys that are pressed; Escape, or going elsewhere, leaves all as it was. */
function Recorder({ isMac, onKeys, onCancel, onLeave }: RecorderProps) {
  const heard = (event: KeyboardEvent<HTMLInputElement>) => {
    const isPlain = !(event.ctrlKey || event.altKey || event.metaKey);
    // The way on by keyboard stays open.
    if (event.key === 'Tab' && isPlain) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' && isPlain) return onCancel();
    const keys = keysOf(event, isMac);
    if (keys !== null) onKeys(keys);
  };
  return (
    <input
      className={styles.recorder}
      aria-label="New keys"
      placeholder="Press the keys"
      readOnly
      value=""
      ref={(field) => field?.focus()}
      onKeyDown={heard}
      onBlur={onLeave}
    />
  );
}

const labelOf = (keys: string, isMac: boolean) =>
  keyLabel(keys.replace('CommandOrControl', 'Mod'), isMac);
