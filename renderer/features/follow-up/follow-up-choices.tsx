import type { FollowUpViewT } from '#shared/contract/views/record.ts';
import type { FollowUpState } from '#shared/domain/follow-up.ts';
import { type Choice, Picker } from '../../ui/picker.tsx';
import { chosenKey, chosenRef } from '../people.tsx';
import { type FollowUpPatch, isProved } from './follow-up-shape.ts';

const STATES: readonly { readonly key: FollowUpState; readonly name: string }[] = [
  { key: 'soaking', name: 'Soaking' },
  { key: 'open', name: 'Open' },
  { key: 'committed', name: 'Committed' },
  { key: 'done', name: 'Done' },
  { key: 'dropped', name: 'Dropped' },
];

export type StateChoiceProps = {
  readonly followUp: FollowUpViewT;
  readonly onEdit: (patch: FollowUpPatch) => void;
  /** It is done, and nobody said yet how we know. */
  readonly onAskProof: () => void;
};

export function StateChoice({ followUp, onEdit, onAskProof }: StateChoiceProps) {
  const choose = (state: FollowUpState) => {
    // It is done once somebody says how we know.
    if (state === 'done' && !isProved(followUp)) onAskProof();
    else onEdit({ state });
  };
  return (
    <Picker
      label="State of the follow-up"
      look="value"
      choices={STATES}
      chosen={followUp.state}
      onChoose={(key) => choose(key as FollowUpState)}
    />
  );
}

export type OwnerChoiceProps = {
  readonly followUp: FollowUpViewT;
  readonly choices: readonly Choice[];
  readonly onEdit: (patch: FollowUpPatch) => void;
};

export function OwnerChoice({ followUp: { owner }, choices, onEdit }: OwnerChoiceProps) {
  return (
    <Picker
      label="Owner"
      look="value"
      choices={choices}
      chosen={chosenKey(owner)}
      unlisted={owner?.name ?? 'Nobody'}
      isPrompt={owner === null}
      onChoose={(key) => onEdit({ owner: chosenRef(key) })}
    />
  );
}
