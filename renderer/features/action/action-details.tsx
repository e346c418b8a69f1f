import type { ActionViewT } from '#shared/contract/views.ts';
import type { Outcome } from '#shared/domain/outcome.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Fact, Facts } from '../../ui/fact.tsx';
import { InlineText } from '../../ui/inline-text.tsx';
import { Picker } from '../../ui/picker.tsx';
import { AskOutcome } from '../outcome/ask-outcome.tsx';
import { localTime } from '../time/moment.tsx';
import { NO_TIME, spanChoices, spanEnd } from '../time/span.ts';
import { type ActionPatch, isClosed, type Reword } from './action-shape.ts';
import styles from './actions.module.css';

const STATUSES = [
  { key: 'open', name: 'Open' },
  { key: 'doing', name: 'In progress' },
  { key: 'dropped', name: 'Dropped' },
];
const DUE = [...spanChoices([15, 30, 60, 120, 240, 1440]), { key: NO_TIME, name: 'No due time' }];

export type ActionDetailsProps = {
  readonly action: ActionViewT;
  readonly onEdit: (action: string, patch: ActionPatch) => void;
  readonly onRemove: (action: string) => void;
  readonly onReword: Reword;
  readonly onAnswer: (outcome: Outcome) => void;
};

/** What is changed of an action now and then. */
export function ActionDetails({
  action,
  onEdit,
  onRemove,
  onReword,
  onAnswer,
}: ActionDetailsProps) {
  const { clock } = useDesktop();
  const { id, done, status, due } = action;
  return (
    <div className={styles.details}>
      <Facts>
        <Fact name="Action">
          <InlineText
            label="Action"
            prompt="What is to be done?"
            value={action.text}
            onSave={(text) => onReword(id, text)}
          />
        </Fact>
        {!done && (
          <Fact name="Status">
            <Picker
              label="Action status"
              look="value"
              choices={STATUSES}
              chosen={status}
              onChoose={(key) => onEdit(id, { status: key as 'open' | 'doing' | 'dropped' })}
            />
          </Fact>
        )}
        {!isClosed(action) && (
          <Fact name="Due">
            <Picker
              label="Due"
              look="value"
              choices={DUE}
              chosen=""
              unlisted={due === null ? 'Until when?' : localTime(due)}
              isPrompt={due === null}
              onChoose={(key) => onEdit(id, { due: spanEnd(key, clock.now()) })}
            />
          </Fact>
        )}
      </Facts>
      {done && action.outcome !== null && (
        <AskOutcome question="Did it work?" onAnswer={onAnswer} />
      )}
      <Button look="quiet" onPress={() => onRemove(id)}>
        Remove action
      </Button>
    </div>
  );
}
