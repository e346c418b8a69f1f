import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { FollowUpViewT } from '#shared/contract/views/record.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { InlineText } from '../../ui/inline-text.tsx';
import type { Choice } from '../../ui/picker.tsx';
import type { Problem } from '../../ui/problem.ts';
import { useTicking } from '../time/running-clock.tsx';
import { fromNow } from '../time/span.ts';
import { OwnerChoice, StateChoice } from './follow-up-choices.tsx';
import { FollowUpDetails } from './follow-up-details.tsx';
import type { IssuePlace } from './follow-up-issue.tsx';
import { type FollowUpPatch, type FollowUpText, isSettled } from './follow-up-shape.ts';
import styles from './follow-ups.module.css';
import { ProofField } from './proof-field.tsx';

export type FollowUpRowProps = {
  readonly place: IssuePlace;
  readonly followUp: FollowUpViewT;
  readonly choices: readonly Choice[];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onEdit: (patch: FollowUpPatch) => void;
  readonly onRemove: () => void;
  readonly onWrite: (patch: FollowUpText) => Promise<Problem | null>;
};

export function FollowUpRow(props: FollowUpRowProps) {
  const { followUp, choices, isOpen, onEdit, onWrite } = props;
  const [isFinishing, setFinishing] = useState(false);
  return (
    <li className={styles.row} data-follow-up={followUp.id}>
      <div className={styles.line}>
        <InlineText
          label="Follow-up"
          prompt="What is to be done later?"
          value={followUp.text}
          isFaint={isSettled(followUp)}
          onSave={(text) => onWrite({ text })}
        />
        <span className={styles.more} data-open={isOpen}>
          <Button
            look="icon"
            label={isOpen ? 'Hide details' : 'Details of the follow-up'}
            isExpanded={isOpen}
            onPress={() => props.onOpen(!isOpen)}
          >
            <ChevronDown {...ICON} />
          </Button>
        </span>
      </div>
      <div className={styles.facts}>
        <StateChoice followUp={followUp} onEdit={onEdit} onAskProof={() => setFinishing(true)} />
        <OwnerChoice followUp={followUp} choices={choices} onEdit={onEdit} />
        <When followUp={followUp} />
      </div>
      {isFinishing && <ProofField onWrite={onWrite} onClose={() => setFinishing(false)} />}
      {isOpen && (
        <FollowUpDetails
          place={props.place}
          followUp={followUp}
          onEdit={onEdit}
          onRemove={props.onRemove}
          onWrite={onWrite}
        />
      )}
    </li>
  );
}

/** When the soak ends, or when it is due. */
function When({ followUp }: { readonly followUp: FollowUpViewT }) {
  const { state, soakUntil, due } = followUp;
  const at = state === 'soaking' ? soakUntil : isSettled(followUp) ? null : due;
  const words = useTicking((now) => {
    if (at === null) return state === 'soaking' ? 'until 2 d after the end' : '';
    if (state !== 'soaking') return `due ${fromNow(at, now)}`;
    return at <= now ? 'soaked' : `${fromNow(at, now).slice('in '.length)} left`;
  });
  return <span className={styles.when}>{words}</span>;
}
