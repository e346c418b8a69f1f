import { Undo2 } from 'lucide-react';
import type { ContractError } from '#shared/contract/errors.ts';
import type { LineDeed } from '../../state/timeline-shape.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import styles from './line-deed.module.css';

export type LineDeedNoticeProps = {
  readonly deed: LineDeed | null;
  /** Why the last one could not be done. */
  readonly problem: ContractError | null;
  readonly onUndo: () => void;
};

/** What was done last, with the way back; it leaves by itself, the way back stays on its key. */
export function LineDeedNotice({ deed, problem, onUndo }: LineDeedNoticeProps) {
  return (
    <div className={styles.place} role="status" aria-label="Last change">
      {problem !== null ? (
        <p key={problem.message} className={styles.notice}>
          {problem.message} {problem.hint}
        </p>
      ) : (
        deed !== null && (
          <p key={deed.words} className={styles.notice} data-leaves="">
            {deed.words}
            <Button look="quiet" hint="Z" onPress={onUndo}>
              <Undo2 {...ICON} /> Undo
            </Button>
          </p>
        )
      )}
    </div>
  );
}
