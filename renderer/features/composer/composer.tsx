import { CornerDownLeft, ImagePlus } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useRef } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { readLine } from '#shared/domain/composer-line.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectIncident } from '../../state/incident.ts';
import { selectSettings } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useDraft } from '../draft.ts';
import { useSubmit } from '../submit.ts';
import { localTime } from '../time/moment.tsx';
import { CompletionList, optionId } from './completion-list.tsx';
import styles from './composer.module.css';
import { lineReader } from './line-reader.ts';
import { lineWords } from './line-words.ts';
import { PickedImages } from './picked-images.tsx';
import { type Field, useCompletions } from './use-completions.ts';
import {
  type PickedImages as Picked,
  pastedImages,
  useDroppedImages,
  usePickedImages,
} from './use-picked-images.ts';

/** Where one writes what happens: notes, and lines that do something. */
export function Composer({ onAdded }: { readonly onAdded: () => void }) {
  const incident = useDesk(selectIncident);
  return incident === null ? null : <OpenComposer incident={incident} onAdded={onAdded} />;
}

type OpenComposerProps = { readonly incident: IncidentViewT; readonly onAdded: () => void };

/** It keeps every character until the engine has it on disk. */
function OpenComposer({ incident, onAdded }: OpenComposerProps) {
  const { clock } = useDesktop();
  const settings = useDesk(selectSettings);
  const reader = useMemo(() => lineReader(incident, settings), [incident, settings]);
  const field = useRef<Field>(null);
  const list = useId();
  const picked = usePickedImages(incident.id);
  const isOver = useDroppedImages((files) => void picked.take(files));
  const line = useLine(incident, reader, picked, onAdded);
  const completions = useCompletions(field, line.text, line.write, reader);
  const { choices, at } = completions;
  const meant = readLine(line.text, { ...reader, now: clock.now() });
  const words = line.text === '' ? null : lineWords(meant, { ...reader, timeOf: localTime });

  const pressed = (event: KeyboardEvent) => {
    // Enter also ends the composition of a character (Japanese, Chinese, accents).
    if (event.nativeEvent.isComposing || completions.pressed(event)) return;
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void line.add();
  };
  return (
    <div
      className={styles.composer}
      data-dropping={isOver}
      onPaste={(event) => {
        const files = pastedImages(event.clipboardData);
        if (files.length > 0) void picked.take(files);
      }}
    >
      <PickedImages
        picked={picked}
        onSend={() => void line.add()}
        onRemoved={() => field.current?.focus()}
      />
      <div className={styles.field}>
        <CompletionList
          id={list}
          choices={choices}
          chosen={at}
          onChoose={(choice) => completions.choose(choice)}
        />
        <TextField
          label="Add to the timeline"
          isLabelHidden
          isMultiline
          placeholder="Note, /command or @name"
          shortcut="composer"
          inputRef={field}
          value={line.text}
          onChange={(next) => {
            line.write(next);
            completions.moved();
          }}
          onKeyDown={pressed}
          onSelect={completions.moved}
          completions={choices.length === 0 ? null : { list, active: optionId(list, at) }}
          problem={line.problem}
        />
      </div>
      <ChooseImages onChosen={(files) => void picked.take(files)} />
      <Button look="icon" label="Add to timeline" onPress={() => void line.add()}>
        <CornerDownLeft {...ICON} />
      </Button>
      <p className={styles.meaning} aria-live="polite">
        {line.problem === null && words !== null && (
          <>
            {meant.kind !== 'unready' && <kbd>Enter</kbd>} <bdi>{words}</bdi>
          </>
        )}
      </p>
    </div>
  );
}

/** Images from the disk, by the system's own window. */
function ChooseImages({ onChosen }: { readonly onChosen: (files: readonly File[]) => void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        multiple
        hidden
        aria-label="Images"
        onChange={(event) => {
          onChosen([...(event.target.files ?? [])]);
          // The same file can be chosen once more.
          event.target.value = '';
        }}
      />
      <Button look="icon" label="Add images" onPress={() => field.current?.click()}>
        <ImagePlus {...ICON} />
      </Button>
    </>
  );
}

/** The line that is being written, and what becomes of it. */
function useLine(incident: IncidentViewT, reader: Reader, picked: Picked, onAdded: () => void) {
  const { store, clock } = useDesktop();
  const [text, setText] = useDraft(`note ${incident.id}`);
  const { problem, submit, forget } = useSubmit();
  const current = useRef(text);
  current.current = text;

  const addImages = async () => {
    if (picked.images.length > 0 && (await picked.send())) onAdded();
  };
  const add = async () => {
    const sent = text;
    if (sent.trim() === '') return void addImages();
    const line = readLine(sent, { ...reader, now: clock.now() });
    if (line.kind === 'update' && line.text === '') {
      setText('');
      return store.getState().showSheet({ kind: 'update', audience: null, template: null });
    }
    const added = await submit(() => store.getState().compose(incident.id, line));
    if (added === null) return;
    // Whoever types on while it is being saved keeps what they typed.
    setText(current.current.startsWith(sent) ? current.current.slice(sent.length) : '');
    onAdded();
    await addImages();
  };
  const write = (next: string) => {
    setText(next);
    picked.forget();
    forget();
  };
  return { text, problem, add, write };
}

type Reader = ReturnType<typeof lineReader>;
