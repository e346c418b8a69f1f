import { formatClock } from '#shared/base/duration.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectMyRef } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { InlineText } from '../../ui/inline-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Picker } from '../../ui/picker.tsx';
import { Section } from '../../ui/section.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useChange } from '../change.ts';
import { chosenKey, chosenRef, peopleChoices } from '../people.tsx';
import { usePresses } from '../submit.ts';
import { Moment } from '../time/moment.tsx';
import { useTicking } from '../time/running-clock.tsx';
import { spanChoices } from '../time/span.ts';
import styles from './status.module.css';

const SPANS = [
  { key: '15', name: '15 min' },
  { key: '30', name: '30 min' },
  { key: '60', name: '1 h' },
] as const;
const MORE = spanChoices([15, 30, 60, 120]);

/** What Monitoring watches, for how long, and who does. */
export function Watch({ incident }: { readonly incident: IncidentViewT }) {
  const { store } = useDesktop();
  const { problem, submit } = usePresses();
  const { id, soak } = incident;
  const watch = (key: string) =>
    void submit(() =>
      store.getState().change('incident.set-status', {
        ...{ incident: id, status: 'monitoring', soakMinutes: Number(key) },
      }),
    );
  return (
    <Section title="Monitoring">
      {soak === null ? (
        <div className={styles.ask}>
          <span className={styles.question}>Watch it for</span>
          <Segments label="Watch it for" segments={SPANS} chosen={null} onChoose={watch} />
        </div>
      ) : (
        <Soak incident={incident} soak={soak} onWatch={watch} />
      )}
      {problem !== null && <Notice problem={problem} />}
    </Section>
  );
}

type SoakProps = {
  readonly incident: IncidentViewT;
  readonly soak: NonNullable<IncidentViewT['soak']>;
  readonly onWatch: (minutes: string) => void;
};

function Soak({ incident, soak, onWatch }: SoakProps) {
  const { store } = useDesktop();
  const me = useDesk(selectMyRef);
  const change = useChange();
  const { problem, submit } = usePresses();
  const { until, watchFor, watcher } = soak;
  const left = useTicking((now) =>
    now < until ? `${formatClock(until - now + 999)} left` : 'The soak is over',
  );
  const isOver = useTicking((now) => String(now >= until)) === 'true';
  const monitoring = { incident: incident.id, status: 'monitoring' } as const;
  return (
    <>
      <Facts>
        <Fact name="Until">
          <Picker
            label="Watch until"
            look="value"
            choices={MORE}
            chosen=""
            unlisted={left}
            onChoose={onWatch}
          />
          <span className={styles.until}>
            <Moment at={until} />
          </span>
        </Fact>
        <Fact name="Watch for">
          <InlineText
            label="Watch for"
            prompt="What would show it is not over?"
            value={watchFor}
            onSave={(text) => change('incident.set-status', { ...monitoring, watchFor: text })}
          />
        </Fact>
        <Fact name="Who">
          <Picker
            label="Who watches"
            look="value"
            choices={peopleChoices(incident.people, me)}
            chosen={chosenKey(watcher)}
            unlisted={watcher?.name ?? 'Nobody'}
            isPrompt={watcher === null}
            onChoose={(key) =>
              void submit(() =>
                store.getState().change('incident.set-status', {
                  ...monitoring,
                  watcher: chosenRef(key),
                }),
              )
            }
          />
        </Fact>
      </Facts>
      {isOver && (
        <div className={styles.ask}>
          <Button onPress={() => void store.getState().chooseStatus('resolved')}>Resolve</Button>
        </div>
      )}
      {problem !== null && <Notice problem={problem} />}
    </>
  );
}
