import { type FormEvent, memo, useState } from 'react';
import type { PersonViewT, QueueItemT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { routeHash } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import { Moment } from '../time/moment.tsx';
import { changeWords } from '../timeline/entry-words.ts';
import styles from './queue.module.css';

export type QueueRowProps = {
  readonly item: QueueItemT;
  readonly people: readonly PersonViewT[];
};

const STATES: Readonly<Record<QueueItemT['state'], string>> = {
  queued: 'Waiting',
  sending: 'Leaving now',
  unknown: 'May have left: Slack is asked first',
  parked: 'Held back',
};

/** One change that has not reached Slack. */
export const QueueRow = memo(function QueueRow({ item, people }: QueueRowProps) {
  const [isEdited, setEdited] = useState(false);
  const { op, incident, title, at, by, changes, state, parked } = item;
  const names = Object.fromEntries(people.map(({ ref, name }) => [ref, name]));
  return (
    <li className={styles.row} data-state={state}>
      <span className={styles.when}>
        <Moment at={at} />
      </span>
      <div className={styles.what}>
        <p className={styles.words}>
          <bdi>{changeWords(changes, names)}</bdi>
        </p>
        <p className={styles.about}>
          <a href={routeHash({ page: 'incident', incident })}>
            <bdi>{title ?? 'An incident that is not known here'}</bdi>
          </a>{' '}
          · <bdi>{by.name}</bdi> · <span className={styles.state}>{STATES[state]}</span>
        </p>
        {parked !== null && (
          <p className={styles.why}>
            <bdi>{parked.reason}</bdi> <bdi>{parked.hint}</bdi>
          </p>
        )}
        {isEdited && <EditText op={op} text={item.text ?? ''} onDone={() => setEdited(false)} />}
        {!isEdited && <Deeds item={item} onEdit={() => setEdited(true)} />}
      </div>
    </li>
  );
});

function Deeds({ item, onEdit }: { readonly item: QueueItemT; readonly onEdit: () => void }) {
  const { store, clipboard } = useDesktop();
  const [isCopied, setCopied] = useState(false);
  const { op, incident, state, text } = item;
  const copy = async () => setCopied(await clipboard.write(text ?? ''));
  return (
    <div className={styles.deeds}>
      {state === 'parked' && (
        <Button look="quiet" onPress={() => void store.getState().retrySync(incident)}>
          Retry
        </Button>
      )}
      {text !== null && (
        <Button look="quiet" onPress={() => void copy()}>
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
      )}
      {text !== null && state !== 'sending' && (
        <Button look="quiet" onPress={onEdit}>
          Edit
        </Button>
      )}
      {state !== 'sending' && (
        <Button look="quiet" onPress={() => void store.getState().cancelQueued(op)}>
          Cancel
        </Button>
      )}
      {state === 'parked' && (
        <Button look="quiet" onPress={() => void store.getState().discardQueued(incident)}>
          Discard all of this incident
        </Button>
      )}
    </div>
  );
}

type EditTextProps = {
  readonly op: QueueItemT['op'];
  readonly text: string;
  readonly onDone: () => void;
};

/** Corrects a text before anybody else has read it. */
function EditText({ op, text: before, onDone }: EditTextProps) {
  const { store } = useDesktop();
  const [text, setText] = useState(before);
  const { problem, submit, isBusy } = useSubmit();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await submit(() => store.getState().change('queue.edit', { op, text }));
    if (saved !== null) onDone();
  };
  return (
    <form className={styles.edit} onSubmit={(event) => void save(event)} noValidate>
      <TextField
        label="Text"
        isLabelHidden
        isMultiline
        autoFocus
        value={text}
        onChange={setText}
        problem={problem}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onDone();
        }}
      />
      <Button type="submit" look="primary" isDisabled={isBusy}>
        Save
      </Button>
      <Button look="quiet" onPress={onDone}>
        Leave
      </Button>
    </form>
  );
}
