import type { FollowUpViewT } from '#shared/contract/views/record.ts';
import {
  FOLLOW_UP_TYPE_NAMES,
  FOLLOW_UP_TYPES,
  type FollowUpType,
} from '#shared/domain/follow-up.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { InlineText } from '../../ui/inline-text.tsx';
import { Picker } from '../../ui/picker.tsx';
import type { Problem } from '../../ui/problem.ts';
import { localTime } from '../time/moment.tsx';
import { NO_TIME, spanChoices, spanEnd } from '../time/span.ts';
import { FollowUpIssue, type IssuePlace } from './follow-up-issue.tsx';
import type { FollowUpPatch, FollowUpText } from './follow-up-shape.ts';
import styles from './follow-ups.module.css';

const DAYS = [1, 2, 3, 5, 7, 14, 30].map((days) => days * 24 * 60);
const SPANS = spanChoices(DAYS);
/** What holds where nobody says a time. */
const SOAKED = '2 d after the end';
const NO_TYPE = 'none';
const TYPES = [
  ...FOLLOW_UP_TYPES.map((key) => ({ key, name: FOLLOW_UP_TYPE_NAMES[key] })),
  { key: NO_TYPE, name: 'None' },
];

export type FollowUpDetailsProps = {
  readonly place: IssuePlace;
  readonly followUp: FollowUpViewT;
  /** How we know that it is done stands elsewhere already. */
  readonly isProofShown?: boolean;
  readonly onEdit: (patch: FollowUpPatch) => void;
  readonly onRemove: () => void;
  readonly onWrite: (patch: FollowUpText) => Promise<Problem | null>;
};

/** What is changed of a follow-up now and then. */
export function FollowUpDetails(props: FollowUpDetailsProps) {
  const { followUp, place, isProofShown = false, onEdit, onRemove, onWrite } = props;
  const { clock } = useDesktop();
  const { type, state, soakUntil, due, doneWhen } = followUp;
  const time = (
    label: string,
    at: number | null,
    save: (at: number | null) => void,
    none = 'No time',
  ) => (
    <Fact name={label}>
      <Picker
        label={label}
        look="value"
        choices={[...SPANS, { key: NO_TIME, name: none }]}
        chosen=""
        unlisted={at === null ? none : localTime(at)}
        isPrompt={at === null}
        onChoose={(key) => save(spanEnd(key, clock.now()))}
      />
    </Fact>
  );
  return (
    <div className={styles.details}>
      <Facts>
        {state === 'soaking' &&
          time('Soak until', soakUntil, (at) => onEdit({ soakUntil: at }), SOAKED)}
        {time('Due', due, (at) => onEdit({ due: at }))}
        <Fact name="Type">
          <Picker
            label="Type"
            look="value"
            choices={TYPES}
            chosen={type ?? NO_TYPE}
            isPrompt={type === null}
            onChoose={(key) => onEdit({ type: key === NO_TYPE ? null : (key as FollowUpType) })}
          />
        </Fact>
        {!isProofShown && (
          <Fact name="Done when">
            <InlineText
              label="Done when"
              prompt="How do we know it is done?"
              value={doneWhen}
              onSave={(text) => onWrite({ doneWhen: text })}
            />
          </Fact>
        )}
        <Fact name="Issue">
          <FollowUpIssue {...place} followUp={followUp} onWrite={onWrite} />
        </Fact>
      </Facts>
      <Button look="quiet" onPress={onRemove}>
        Remove follow-up
      </Button>
    </div>
  );
}
