import { type FormEvent, useCallback, useMemo, useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { ActionViewT, PersonViewT } from '#shared/contract/views.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectMyRef } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDraft } from '../draft.ts';
import { peopleChoices } from '../people.tsx';
import { useSubmit } from '../submit.ts';
import { ActionRow } from './action-row.tsx';
import styles from './actions.module.css';

export type ActionsProps = {
  readonly incident: IncidentId;
  readonly actions: readonly ActionViewT[];
  readonly people: readonly PersonViewT[];
};

/** Done ones that are shown at once: thousands of rows would keep the whole page waiting. */
const DONE_SHOWN = 20;

/** What is in flight, and what has been done. */
export function Actions({ incident, actions, people }: ActionsProps) {
  const { store } = useDesktop();
  const me = useDesk(selectMyRef);
  const { problem, submit } = useSubmit();
  const choices = useMemo(() => peopleChoices(people, me), [people, me]);
  const complete = useCallback(
    (action: string, done: boolean) =>
      void submit(() => store.getState().completeAction(incident, action, done)),
    [store, incident, submit],
  );
  const assign = useCallback(
    (action: string, owner: string | null) =>
      void submit(() => store.getState().assignAction(incident, action, owner)),
    [store, incident, submit],
  );
  const [showsAll, setShowsAll] = useState(false);
  const open = actions.filter((action) => !action.done);
  const done = actions.filter((action) => action.done);
  return (
    <div className={styles.actions}>
      <h2 className={styles.heading}>
        Actions
        {open.length > 0 && <span className={styles.count}>{open.length} open</span>}
      </h2>
      {problem !== null && <Notice problem={problem} />}
      <ul aria-label="Actions">
        {[...open, ...(showsAll ? done : done.slice(-DONE_SHOWN))].map((action) => (
          <ActionRow
            key={action.id}
            action={action}
            choices={choices}
            onComplete={complete}
            onAssign={assign}
          />
        ))}
      </ul>
      {!showsAll && done.length > DONE_SHOWN && (
        <Button look="quiet" onPress={() => setShowsAll(true)}>
          {`Show all ${done.length.toLocaleString('en')} that are done`}
        </Button>
      )}
      {actions.length === 0 && (
        <p className={styles.none}>What somebody is doing now stands here.</p>
      )}
      <NewAction incident={incident} />
    </div>
  );
}

function NewAction({ incident }: { readonly incident: IncidentId }) {
  const { store } = useDesktop();
  const [text, setText] = useDraft(`action ${incident}`);
  const { problem, isBusy, submit } = useSubmit();
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const added = await submit(() => store.getState().addAction(incident, text));
    if (added !== null) setText('');
  };
  return (
    <form className={styles.new} onSubmit={(event) => void add(event)} noValidate>
      <TextField
        label="New action"
        isLabelHidden
        placeholder="New action"
        shortcut="new-action"
        value={text}
        onChange={setText}
        problem={problem}
      />
      <Button type="submit" isDisabled={isBusy}>
        Add action
      </Button>
    </form>
  );
}
