import { InlineText } from '../../ui/inline-text.tsx';
import type { Problem } from '../../ui/problem.ts';
import type { FollowUpText } from './follow-up-shape.ts';
import styles from './follow-ups.module.css';

export type ProofFieldProps = {
  readonly onWrite: (patch: FollowUpText) => Promise<Problem | null>;
  readonly onClose: () => void;
};

/** Asks how we know that a follow-up is done; the answer makes it so. */
export function ProofField({ onWrite, onClose }: ProofFieldProps) {
  return (
    <div className={styles.proof}>
      <InlineText
        label="How do we know?"
        prompt="How do we know it is done?"
        value=""
        isOpen
        onClose={onClose}
        onSave={(doneWhen) => onWrite({ doneWhen, state: 'done' })}
      />
    </div>
  );
}
