import {
  Check,
  CloudOff,
  HardDrive,
  Hourglass,
  type LucideIcon,
  RefreshCw,
  TriangleAlert,
} from 'lucide-react';
import type { SyncStateT } from '#shared/contract/views.ts';
import { useDesk } from '../../state/desktop.tsx';
import { selectIsFolderShut } from '../../state/settings.ts';
import { selectRoute } from '../../state/shell.ts';
import { selectSync } from '../../state/sync.ts';
import { ICON } from '../../ui/icon.ts';
import styles from './sync-status.module.css';
import { syncWords } from './sync-words.ts';

const LOOKS: Record<SyncStateT, readonly [LucideIcon, string]> = {
  unconnected: [HardDrive, ''],
  connecting: [RefreshCw, ''],
  synced: [Check, ''],
  syncing: [RefreshCw, ''],
  offline: [CloudOff, styles.waits ?? ''],
  limited: [Hourglass, styles.waits ?? ''],
  refused: [TriangleAlert, styles.needsYou ?? ''],
};

/** Something needs a person before it can go on to Slack. */
const HELD_BACK = [TriangleAlert, styles.waits ?? ''] as const;

const BY_ITSELF: readonly SyncStateT[] = ['unconnected', 'connecting', 'syncing'];

/** Whether what is done here has reached Slack. */
export function SyncStatus() {
  const sync = useDesk(selectSync);
  const isHeldBack = sync?.state === 'synced' && sync.parked > 0;
  const [Icon, look] = isHeldBack ? HELD_BACK : LOOKS[sync?.state ?? 'connecting'];
  const route = useDesk(selectRoute);
  const problem = sync?.problem ?? null;
  const isFolderShut = useDesk(selectIsFolderShut);
  // While it leaves by itself there is nothing to look after.
  const waits = sync !== null && sync.waiting > 0 && !BY_ITSELF.includes(sync.state);
  return (
    <div className={styles.line}>
      <div
        role="status"
        aria-label="Sync status"
        className={`${styles.status} ${look}`}
        {...(problem === null ? {} : { title: `${problem.message} ${problem.hint}` })}
      >
        {sync !== null && (
          <>
            <Icon {...ICON} />
            <bdi>{syncWords(sync)}</bdi>
          </>
        )}
      </div>
      {waits && route.page !== 'queue' && (
        <a className={styles.way} href="#/queue">
          Show
        </a>
      )}
      {isFolderShut && route.page !== 'settings' && (
        <a className={`${styles.way} ${styles.waits}`} href="#/settings">
          Folder not up to date
        </a>
      )}
      {sync?.state === 'refused' && route.page !== 'settings' && (
        <a className={styles.way} href="#/settings">
          Sign in again
        </a>
      )}
    </div>
  );
}
