import { useCallback, useMemo, useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { ActionViewT, PersonViewT } from '#shared/contract/views.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectMyRef } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useChange } from '../change.ts';
import { peopleChoices } from '../people.tsx';
import { usePresses } from '../submit.ts';
import { ActionRow } from './action-row.tsx';
import { type ActionPatch, type Reword, shownActions } from './action-shape.ts';
import styles from './actions.module.css';
import { NewAction } from './new-action.tsx';

export type ActionsProps = {
  readonly incident: IncidentId;
  readonly actions: readonly ActionViewT[];
  readonly people: readonly PersonViewT[];
};

/** What is in flight, and what has been done. */
export function Actions({ incident, actions, people }: ActionsProps) {
  const me = useDesk(selectMyRef);
  const { problem, complete, assign, edit, remove, reword } = useActionChanges(incident);
  const choices = useMemo(() => peopleChoices(people, me), [people, me]);
  const [detailed, setDetailed] = useState<string | null>(null);
  const [isUnfolded, setUnfolded] = useState(false);
  const openDetails = useCallback(
    (action: string, isOpen: boolean) => setDetailed(isOpen ? action : null),
    [],
  );
  const { open, closed, folded } = shownActions(actions, isUnfolded);
  return (
    <Section title="Actions" note={open.length === 0 ? null : `${open.length} open`}>
      {problem !== null && <Notice problem={problem} />}
      <ul aria-label="Actions">
        {[...open, ...closed].map((action) => (
          <ActionRow
            key={action.id}
            action={action}
            choices={choices}
            isOpen={detailed === action.id}
            onOpen={openDetails}
            onComplete={complete}
            onAssign={assign}
            onEdit={edit}
            onRemove={remove}
            onReword={reword}
          />
        ))}
      </ul>
      {folded > 0 && (
        <span className={styles.unfold}>
          <Button look="quiet" onPress={() => setUnfolded(true)}>
            {`Show ${folded} more done`}
          </Button>
        </span>
      )}
      <NewAction incident={incident} />
    </Section>
  );
}

function useActionChanges(incident: IncidentId) {
  const { store } = useDesktop();
  const { problem, submit } = usePresses();
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
  const edit = useCallback(
    (action: string, { status, ...patch }: ActionPatch) => {
      const { change } = store.getState();
      void submit(() =>
        status === undefined
          ? change('action.edit', { incident, action, ...patch })
          : change('action.set-status', { incident, action, status }),
      );
    },
    [store, incident, submit],
  );
  const remove = useCallback(
    (action: string) => {
      const { change, perform } = store.getState();
      const set = (deleted: boolean) => change('action.edit', { incident, action, deleted });
      void submit(() =>
        perform({ words: 'Action removed', run: () => set(true), undo: () => set(false) }),
      );
    },
    [store, incident, submit],
  );
  const change = useChange();
  const reword = useCallback<Reword>(
    (action, text) => change('action.edit', { incident, action, text }),
    [change, incident],
  );
  return { problem, complete, assign, edit, remove, reword };
}
