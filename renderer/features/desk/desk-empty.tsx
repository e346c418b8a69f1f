import { useDesk } from '../../state/desktop.tsx';
import { selectSettings } from '../../state/settings.ts';
import styles from './desk.module.css';

export type DeskEmptyProps = {
  /** Whether there has never been an incident here. */
  readonly isFirst: boolean;
  /** In the rail: the two words alone. */
  readonly isQuiet: boolean;
};

/** What the Desk says when nothing is going on. */
export function DeskEmpty({ isFirst, isQuiet }: DeskEmptyProps) {
  const settings = useDesk(selectSettings);
  if (isQuiet) return <p className={styles.calmQuiet}>All calm</p>;
  return (
    <div className={isFirst ? styles.calmFirst : styles.calm}>
      <h2 className={styles.calmTitle}>All calm</h2>
      <p>No incident is active. One line declares the next, and it works without a network too.</p>
      {settings !== null && settings.slack === null && (
        <p className={styles.offer}>
          To work on incidents together, <a href="#/settings">connect Slack</a>.
        </p>
      )}
    </div>
  );
}
