import { CornerDownLeft } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { readLine } from '#shared/domain/composer-line.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectIncident } from '../../state/incident.ts';
import { selectSettings } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import type { Problem } from '../../ui/problem.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useDraft } from '../draft.ts';
import { useSubmit } from '../submit.ts';
import { localTime } from '../time/moment.tsx';
import { CompletionList, optionId } from './completion-list.tsx';
import styles from './composer.module.css';
import { lineReader } from './line-reader.ts';
import { lineWords } from './line-words.ts';
import { type Field, useCompletions } from './use-completions.ts';

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
  const line = useLine(incident, reader, onAdded);
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
    <div className={styles.composer} onPaste={line.pasted}>
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

const NO_IMAGES: Problem = {
  message: 'Images cannot be added here yet; nothing of it was kept.',
  hint: 'Paste it into the Slack channel, then add that message to the timeline.',
};

/** The line that is being written, and what becomes of it. */
function useLine(incident: IncidentViewT, reader: Reader, onAdded: () => void) {
  const { store, clock } = useDesktop();
  const [text, setText] = useDraft(`note ${incident.id}`);
  const { problem, submit, forget } = useSubmit();
  const [imageProblem, setImageProblem] = useState<Problem | null>(null);
  const current = useRef(text);
  current.current = text;

  const add = async () => {
    const sent = text;
    if (sent.trim() === '') return;
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
  };
  const write = (next: string) => {
    setText(next);
    setImageProblem(null);
    forget();
  };
  const pasted = (event: ClipboardEvent) => {
    const { files, types } = event.clipboardData;
    const isImage = [...files].some(({ type }) => type.startsWith('image/'));
    // Copied cells come as text and as a picture of it: the text is what is meant.
    if (isImage && !types.includes('text/plain')) setImageProblem(NO_IMAGES);
  };
  return { text, problem: problem ?? imageProblem, add, write, pasted };
}

type Reader = ReturnType<typeof lineReader>;
