import { memo } from 'react';
import type { ActionViewT } from '#shared/contract/views.ts';
import { type Choice, Picker } from '../../ui/picker.tsx';
import { Checkbox } from '../../ui/toggle.tsx';
import { chosenKey, chosenRef } from '../people.tsx';
import { Age } from '../time/running-clock.tsx';
import styles from './actions.module.css';

export type ActionRowProps = {
  readonly action: ActionViewT;
  /** Who can own it. */
  readonly choices: readonly Choice[];
  readonly onComplete: (action: string, isDone: boolean) => void;
  readonly onAssign: (action: string, owner: string | null) => void;
};

export const ActionRow = memo(function ActionRow(props: ActionRowProps) {
  const { action, choices } = props;
  return (
    <li className={styles.action} data-done={action.done}>
      <Checkbox isOn={action.done} onChange={(isDone) => props.onComplete(action.id, isDone)}>
        <bdi className={styles.text}>{action.text}</bdi>
      </Checkbox>
      <div className={styles.facts}>
        <Picker
          label="Owner"
          look="inline"
          choices={choices}
          chosen={chosenKey(action.owner)}
          unlisted={action.owner?.name ?? 'Nobody'}
          onChoose={(key) => props.onAssign(action.id, chosenRef(key))}
        />
        <span className={styles.age}>
          <Age since={action.doneAt ?? action.addedAt} />
        </span>
      </div>
    </li>
  );
});
