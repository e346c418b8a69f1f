import type { QueuedImageT } from '#shared/contract/views.ts';
import { harmless } from '#shared/text/harmless.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { routeHash } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import styles from './queue.module.css';

/** An image that follows its entry to Slack. */
export function QueuedImage({ image }: { readonly image: QueuedImageT }) {
  const { store } = useDesktop();
  const { incident, title, name, parked } = image;
  return (
    <li className={styles.row} data-state={parked === null ? 'queued' : 'parked'}>
      <span className={styles.when} />
      <div className={styles.what}>
        <p className={styles.words}>
          <bdi>{`Image: ${harmless(name)}`}</bdi>
        </p>
        <p className={styles.about}>
          <a href={routeHash({ page: 'incident', incident })}>
            <bdi>{title ?? 'An incident that is not known here'}</bdi>
          </a>{' '}
          · <span className={styles.state}>{parked === null ? 'Waiting' : 'Held back'}</span>
        </p>
        {parked !== null && (
          <>
            <p className={styles.why}>
              <bdi>{parked.reason}</bdi> <bdi>{parked.hint}</bdi>
            </p>
            <div className={styles.deeds}>
              <Button look="quiet" onPress={() => void store.getState().retrySync(incident)}>
                Retry
              </Button>
            </div>
          </>
        )}
      </div>
    </li>
  );
}
