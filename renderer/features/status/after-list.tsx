import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { DAY } from '#shared/base/duration.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { REVIEW_STATES, type ReviewState } from '#shared/domain/situation.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectRecords } from '../../state/records.ts';
import { selectMyRef } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { ICON } from '../../ui/icon.ts';
import { InlineText } from '../../ui/inline-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Picker } from '../../ui/picker.tsx';
import { Section } from '../../ui/section.tsx';
import { isClosed } from '../action/action-shape.ts';
import { useChange } from '../change.ts';
import { chosenKey, chosenRef, peopleChoices } from '../people.tsx';
import { usePresses } from '../submit.ts';
import { localTime } from '../time/moment.tsx';
import { NO_TIME, spanChoices, spanEnd } from '../time/span.ts';
import styles from './status.module.css';
import { useMoveOn } from './use-move-on.ts';

const NOT_BEGUN = 'none';
const STATE_NAMES: Readonly<Record<ReviewState, string>> = {
  draft: 'In draft',
  'in-review': 'In review',
  reviewed: 'Reviewed',
  closed: 'Closed',
};
const STATES = [
  { key: NOT_BEGUN, name: 'Not begun' },
  ...REVIEW_STATES.map((key) => ({ key, name: STATE_NAMES[key] })),
];
const DUE = [
  ...spanChoices([1, 2, 3, 5, 7, 14].map((days) => (days * DAY) / 60_000)),
  { key: NO_TIME, name: 'No time' },
];

/** What the lead still sees to once it is over. */
export function AfterList({ incident }: { readonly incident: IncidentViewT }) {
  const change = useChange();
  const { id, statusReason, actions } = incident;
  const open = actions.filter((action) => !isClosed(action));
  const { moveOn, isBusy, problem } = useMoveOn(id);
  return (
    <Section title="After the incident">
      <EndMessage incident={incident} />
      <Review incident={incident}>
        {statusReason !== '' && (
          <Fact name="Because">
            <InlineText
              label="Reason"
              prompt="Why?"
              value={statusReason}
              onSave={(reason) =>
                change('incident.set-status', { incident: id, status: 'resolved', reason })
              }
            />
          </Fact>
        )}
      </Review>
      {open.length > 0 && (
        <div className={styles.ask}>
          <span>{open.length === 1 ? '1 action is open' : `${open.length} actions are open`}</span>
          <Button isDisabled={isBusy} onPress={() => void moveOn(open)}>
            Make follow-ups
          </Button>
        </div>
      )}
      {problem !== null && <Notice problem={problem} />}
    </Section>
  );
}

/** Whether everybody knows that it is over. */
function EndMessage({ incident }: { readonly incident: IncidentViewT }) {
  const { store } = useDesktop();
  const updates = useDesk(selectRecords)?.updates ?? [];
  const since = incident.keyTimes.resolved?.at ?? incident.endedAt ?? 0;
  const told = updates.find(({ addedAt }) => addedAt >= since) ?? null;
  const open = () =>
    store.getState().showSheet({ kind: 'update', audience: 'internal', template: 'resolved' });
  return (
    <div className={styles.ask}>
      {told === null ? (
        <Button look="primary" onPress={open}>
          Tell everybody it is over
        </Button>
      ) : (
        <>
          <Check {...ICON} className={styles.done} />
          <span>Everybody was told, {localTime(told.addedAt)}</span>
        </>
      )}
    </div>
  );
}

type ReviewProps = { readonly incident: IncidentViewT; readonly children: ReactNode };

/** Who writes the post-mortem, by when, and how far it is; then the facts it is given. */
function Review({ incident, children }: ReviewProps) {
  const { store, clock } = useDesktop();
  const me = useDesk(selectMyRef);
  const { problem, submit } = usePresses();
  const { id, review, people } = incident;
  const set = (part: { owner?: string | null; by?: number | null; state?: ReviewState | null }) =>
    void submit(() => store.getState().change('incident.set-review', { incident: id, ...part }));
  return (
    <>
      <Facts>
        <Fact name="Post-mortem">
          <span data-shortcut="review">
            <Picker
              label="Owner of the post-mortem"
              look="value"
              choices={peopleChoices(people, me)}
              chosen={chosenKey(review.owner)}
              unlisted={review.owner?.name ?? 'Nobody'}
              isPrompt={review.owner === null}
              onChoose={(key) => set({ owner: chosenRef(key) })}
            />
          </span>
          <Picker
            label="State of the post-mortem"
            look="value"
            choices={STATES}
            chosen={review.state ?? NOT_BEGUN}
            unlisted={review.state ?? ''}
            isPrompt={review.state === null}
            onChoose={(key) => set({ state: key === NOT_BEGUN ? null : (key as ReviewState) })}
          />
        </Fact>
        <Fact name="Due">
          <Picker
            label="Post-mortem due"
            look="value"
            choices={DUE}
            chosen=""
            unlisted={review.by === null ? 'By when?' : localTime(review.by)}
            isPrompt={review.by === null}
            onChoose={(key) => set({ by: spanEnd(key, clock.now()) })}
          />
        </Fact>
        {children}
      </Facts>
      <div className={styles.ask}>
        <Button hint="M" onPress={() => store.getState().go({ page: 'post-mortem', incident: id })}>
          Open post-mortem
        </Button>
      </div>
      {problem !== null && <Notice problem={problem} />}
    </>
  );
}
