import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { PersonViewT } from '#shared/contract/views.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectRecords } from '../../state/records.ts';
import { selectMyRef } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { InlineText } from '../../ui/inline-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useChange } from '../change.ts';
import { peopleChoices } from '../people.tsx';
import { usePresses } from '../submit.ts';
import { FollowUpRow } from './follow-up-row.tsx';
import { countWords, type FollowUpPatch, sortedFollowUps } from './follow-up-shape.ts';

export type FollowUpsProps = {
  readonly incident: IncidentId;
  readonly people: readonly PersonViewT[];
};

/** What is for later. */
export function FollowUps({ incident, people }: FollowUpsProps) {
  const { store } = useDesktop();
  const me = useDesk(selectMyRef);
  const isPrivate = useDesk((state) => state.incident?.private ?? false);
  const change = useChange();
  const { problem, submit } = usePresses();
  const followUps = useDesk(selectRecords)?.followUps ?? [];
  const [isAdding, setAdding] = useState(false);
  const [detailed, setDetailed] = useState<string | null>(null);
  const choices = useMemo(() => peopleChoices(people, me), [people, me]);
  const edit = (followUp: string, patch: FollowUpPatch) =>
    void submit(() => store.getState().change('follow-up.edit', { incident, followUp, ...patch }));
  const remove = (followUp: string) => {
    const { change: ask, perform } = store.getState();
    const set = (deleted: boolean) => ask('follow-up.edit', { incident, followUp, deleted });
    void submit(() =>
      perform({ words: 'Follow-up removed', run: () => set(true), undo: () => set(false) }),
    );
  };
  const add = async (text: string) => {
    const added = await store.getState().add('follow-up.add', { incident, text, state: 'soaking' });
    return added.ok ? null : added.error;
  };
  return (
    <Section
      title="Follow-ups"
      note={countWords(followUps)}
      deed={
        <Button look="icon" label="Add follow-up" onPress={() => setAdding(true)}>
          <Plus {...ICON} />
        </Button>
      }
    >
      {isAdding && (
        <InlineText
          label="New follow-up"
          prompt="What is to be done later?"
          value=""
          isOpen
          onClose={() => setAdding(false)}
          onSave={add}
        />
      )}
      <ul aria-label="Follow-ups">
        {sortedFollowUps(followUps).map((followUp) => (
          <FollowUpRow
            key={followUp.id}
            place={{ incident, isPrivate }}
            followUp={followUp}
            choices={choices}
            isOpen={detailed === followUp.id}
            onOpen={(isOpen) => setDetailed(isOpen ? followUp.id : null)}
            onEdit={(patch) => edit(followUp.id, patch)}
            onRemove={() => remove(followUp.id)}
            onWrite={(patch) =>
              change('follow-up.edit', { incident, followUp: followUp.id, ...patch })
            }
          />
        ))}
      </ul>
      {problem !== null && <Notice problem={problem} />}
    </Section>
  );
}
