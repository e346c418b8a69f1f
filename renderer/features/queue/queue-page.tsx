import { selectDeedProblem } from '../../state/deeds.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectQueue, selectQueueProblem } from '../../state/queue.ts';
import { selectIsConnected } from '../../state/sync.ts';
import { selectLineDeed } from '../../state/timeline.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSubmit } from '../submit.ts';
import { SyncStatus } from '../sync/sync-status.tsx';
import { LineDeedNotice } from '../timeline/line-deed.tsx';
import styles from './queue.module.css';
import { QueueRow } from './queue-row.tsx';
import { QueuedImage } from './queued-image.tsx';

/** What waits to leave for Slack: why, and what can be done about each. */
export default function QueuePage() {
  const { store } = useDesktop();
  const queue = useDesk(selectQueue);
  const problem = useDesk(selectQueueProblem);
  const deed = useDesk(selectLineDeed);
  const deedProblem = useDesk(selectDeedProblem);
  const isConnected = useDesk(selectIsConnected);
  const retry = useSubmit();
  const items = queue?.items ?? [];
  const images = queue?.images ?? [];
  const shown = items.length + images.length;
  const more = (queue?.total ?? 0) - shown;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>What waits to leave</h1>
        <SyncStatus />
        {isConnected && shown > 0 && (
          <Button
            isDisabled={retry.isBusy}
            onPress={() => void retry.submit(() => store.getState().retrySync(null))}
          >
            Retry all
          </Button>
        )}
      </header>
      {problem !== null && problem.code !== 'engine_stopped' && <Notice problem={problem} />}
      {retry.problem !== null && <Notice problem={retry.problem} />}
      {queue !== null && shown === 0 && (
        <p className={styles.nothing}>Nothing waits. All that was done here has reached Slack.</p>
      )}
      {items.length > 0 && !isConnected && (
        <p className={styles.nothing}>
          Saved on this computer. It leaves when you <a href="#/settings">connect Slack</a>.
        </p>
      )}
      <ul aria-label="Queue" className={styles.list}>
        {items.map((item) => (
          <QueueRow key={item.op} item={item} people={queue?.people ?? []} />
        ))}
        {images.map((image) => (
          <QueuedImage key={`${image.incident} ${image.id}`} image={image} />
        ))}
      </ul>
      {more > 0 && (
        <p className={styles.nothing}>And {more.toLocaleString('en')} more, in the same order.</p>
      )}
      <div className={styles.deed}>
        <LineDeedNotice
          deed={deed}
          problem={deedProblem}
          onUndo={() => void store.getState().undoLine()}
        />
      </div>
    </div>
  );
}
