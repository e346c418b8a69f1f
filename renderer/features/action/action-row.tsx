import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import { MINUTE } from '#shared/base/duration.ts';
import type { ActionViewT } from '#shared/contract/views.ts';
import { OUTCOME_NAMES, type Outcome } from '#shared/domain/outcome.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { type Choice, Picker } from '../../ui/picker.tsx';
import { Checkbox } from '../../ui/toggle.tsx';
import { AskOutcome } from '../outcome/ask-outcome.tsx';
import { chosenKey, chosenRef } from '../people.tsx';
import { Age } from '../time/running-clock.tsx';
import { ActionDetails } from './action-details.tsx';
import { type ActionPatch, isClosed, type Reword } from './action-shape.ts';
import styles from './actions.module.css';
import { CheckBack } from './check-back.tsx';

export type ActionRowProps = {
  readonly action: ActionViewT;
  /** Who can own it. */
  readonly choices: readonly Choice[];
  readonly isOpen: boolean;
  readonly onOpen: (action: string, isOpen: boolean) => void;
  readonly onComplete: (action: string, isDone: boolean) => void;
  readonly onAssign: (action: string, owner: string | null) => void;
  readonly onEdit: (action: string, patch: ActionPatch) => void;
  readonly onRemove: (action: string) => void;
  readonly onReword: Reword;
};

/** When it was too early to say, it is asked again after this. */
const ASK_AGAIN_MS = 10 * MINUTE;

export const ActionRow = memo(function ActionRow(props: ActionRowProps) {
  const { action, choices, isOpen, onEdit } = props;
  const { clock } = useDesktop();
  const answer = (outcome: Outcome) => {
    const checkAt = outcome === 'too-early' ? clock.now() + ASK_AGAIN_MS : null;
    onEdit(action.id, { outcome, checkAt });
  };
  return (
    <li className={styles.action} data-closed={isClosed(action)} data-action={action.id}>
      <div className={styles.line}>
        <Checkbox isOn={action.done} onChange={(isDone) => props.onComplete(action.id, isDone)}>
          <bdi className={styles.text}>{action.text}</bdi>
        </Checkbox>
        <span className={styles.more} data-open={isOpen}>
          <Button
            look="icon"
            label={isOpen ? 'Hide details' : 'Details of the action'}
            isExpanded={isOpen}
            onPress={() => props.onOpen(action.id, !isOpen)}
          >
            <ChevronDown {...ICON} />
          </Button>
        </span>
      </div>
      <div className={styles.facts}>
        <span className={action.owner === null && !isClosed(action) ? styles.unowned : ''}>
          <Picker
            label="Owner"
            look="value"
            choices={choices}
            chosen={chosenKey(action.owner)}
            unlisted={action.owner?.name ?? 'Nobody'}
            onChoose={(key) => props.onAssign(action.id, chosenRef(key))}
          />
        </span>
        {!isClosed(action) && (
          <CheckBack at={action.checkAt} onChoose={(checkAt) => onEdit(action.id, { checkAt })} />
        )}
        {action.outcome !== null && <span>{outcomeName(action.outcome)}</span>}
        <span className={styles.age}>
          <Age since={action.doneAt ?? action.addedAt} />
        </span>
      </div>
      {action.done && action.outcome === null && (
        <div className={styles.ask}>
          <AskOutcome question="Did it work?" onAnswer={answer} />
        </div>
      )}
      {isOpen && (
        <ActionDetails
          action={action}
          onEdit={onEdit}
          onRemove={props.onRemove}
          onReword={props.onReword}
          onAnswer={answer}
        />
      )}
    </li>
  );
});

/** What a newer Quarterdeck wrote stands as it came. */
const outcomeName = (outcome: string): string =>
  Object.hasOwn(OUTCOME_NAMES, outcome) ? OUTCOME_NAMES[outcome as Outcome] : outcome;
