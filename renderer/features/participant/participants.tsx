import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { Notice } from '../../ui/notice.tsx';
import { PersonDisc } from '../../ui/person.tsx';
import { PickButton } from '../../ui/pick-button.tsx';
import { Section } from '../../ui/section.tsx';
import { useSubmit } from '../submit.ts';
import styles from './participants.module.css';

/** Who takes part. Whoever is no longer needed is released, and knows it. */
export function Participants({ incident }: { readonly incident: IncidentViewT }) {
  const { store } = useDesktop();
  const { problem, isBusy, submit } = useSubmit();
  const [isReleasing, setReleasing] = useState(false);
  const { id, participants, people } = incident;
  const present = participants.filter(({ released }) => !released);
  const absent = people.filter(({ ref }) => !present.some((one) => one.ref === ref));
  const set = (person: string, isPresent: boolean) =>
    void submit(() =>
      store.getState().change('participant.set', { incident: id, person, present: isPresent }),
    );
  const releaseAll = async () => {
    const asked = { incident: id, stay: [] };
    const done = await submit(() => store.getState().add('participant.release', asked));
    if (done !== null) setReleasing(false);
  };
  return (
    <Section
      title="People"
      note={present.length === 0 ? null : String(present.length)}
      deed={
        <>
          {present.length > 1 && (
            <Button
              look="quiet"
              isExpanded={isReleasing}
              onPress={() => setReleasing(!isReleasing)}
            >
              Release
            </Button>
          )}
          {absent.length > 0 && (
            <PickButton
              label="Bring in"
              look="icon"
              choices={absent.map(({ ref, name }) => ({
                key: ref,
                name,
                mark: <PersonDisc name={name} />,
              }))}
              chosen={null}
              onChoose={(person) => set(person, true)}
            >
              <Plus {...ICON} />
            </PickButton>
          )}
        </>
      }
    >
      {present.length > 0 && (
        <ul aria-label="People" className={styles.people}>
          {present.map(({ ref, name }) => (
            <li key={ref} className={styles.person}>
              <PersonDisc name={name} />
              <bdi>{name}</bdi>
              {isReleasing && (
                <Button look="icon" label={`Release ${name}`} onPress={() => set(ref, false)}>
                  <X {...ICON} size={12} />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isReleasing && (
        <div className={styles.all}>
          <p>
            Tells the channel: Staying on: <bdi>{incident.lead?.name ?? 'nobody'}</bdi>. Everybody
            else is free to go, thank you.
          </p>
          <Button isDisabled={isBusy} onPress={() => void releaseAll()}>
            Release all responders
          </Button>
        </div>
      )}
      {problem !== null && <Notice problem={problem} />}
    </Section>
  );
}
