import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { FollowUpViewT } from '#shared/contract/views/record.ts';
import type { FollowUpState } from '#shared/domain/follow-up.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { InlineText } from '../../ui/inline-text.tsx';
import { type Choice, Picker } from '../../ui/picker.tsx';
import type { Problem } from '../../ui/problem.ts';
import { chosenKey, chosenRef } from '../people.tsx';
import { useTicking } from '../time/running-clock.tsx';
import { fromNow } from '../time/span.ts';
import { FollowUpDetails } from './follow-up-details.tsx';
import { type FollowUpPatch, type FollowUpText, isProved, isSettled } from './follow-up-shape.ts';
import styles from './follow-ups.module.css';

const STATES: readonly { readonly key: FollowUpState; readonly name: string }[] = [
  { key: 'soaking', name: 'Soaking' },
  { key: 'open', name: 'Open' },
  { key: 'committed', name: 'Committed' },
  { key: 'done', name: 'Done' },
  { key: 'dropped', name: 'Dropped' },
];

export type FollowUpRowProps = {
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
  const setState = (state: FollowUpState) => {
    // It is done once somebody says how we know.
    if (state === 'done' && !isProved(followUp)) setFinishing(true);
    else onEdit({ state });
  };
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
        <Picker
          label="State of the follow-up"
          look="value"
          choices={STATES}
          chosen={followUp.state}
          onChoose={(key) => setState(key as FollowUpState)}
        />
        <Picker
          label="Owner"
          look="value"
          choices={choices}
          chosen={chosenKey(followUp.owner)}
          unlisted={followUp.owner?.name ?? 'Nobody'}
          isPrompt={followUp.owner === null}
          onChoose={(key) => onEdit({ owner: chosenRef(key) })}
        />
        <When followUp={followUp} />
      </div>
      {isFinishing && (
        <div className={styles.proof}>
          <InlineText
            label="How do we know?"
            prompt="How do we know it is done?"
            value=""
            isOpen
            onClose={() => setFinishing(false)}
            onSave={(doneWhen) => onWrite({ doneWhen, state: 'done' })}
          />
        </div>
      )}
      {isOpen && (
        <FollowUpDetails
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
    if (at === null) return '';
    if (state !== 'soaking') return `due ${fromNow(at, now)}`;
    return at <= now ? 'soaked' : `${fromNow(at, now).slice('in '.length)} left`;
  });
  return <span className={styles.when}>{words}</span>;
}
