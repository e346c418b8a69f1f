import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ICON } from './icon.ts';
import styles from './notice.module.css';
import type { Problem } from './problem.ts';

export type NoticeProps = {
  readonly problem: Problem;
  /** `alert` is read out at once: for what answers something the person just did. */
  readonly role?: 'alert' | 'note';
  /** What to press. */
  readonly children?: ReactNode;
};

/** Words that stand where the problem is. */
export function Notice({ problem, role = 'alert', children }: NoticeProps) {
  return (
    <div className={styles.notice} role={role}>
      <TriangleAlert {...ICON} className={styles.icon} />
      <p className={styles.words}>
        <strong>
          <bdi>{problem.message}</bdi>
        </strong>{' '}
        {problem.hint !== undefined && <bdi>{problem.hint}</bdi>}
      </p>
      {children}
    </div>
  );
}
