import { useCallback, useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectIsConnected } from '../../state/sync.ts';
import { selectTimeline, selectTimelineProblem } from '../../state/timeline.ts';
import { Notice } from '../../ui/notice.tsx';
import { Composer } from './composer.tsx';
import { Timeline } from './timeline.tsx';
import styles from './timeline-pane.module.css';

/** What has happened, and the line where it goes on. */
export function TimelinePane({ incident }: { readonly incident: IncidentId }) {
  const { store, clock } = useDesktop();
  const timeline = useDesk(selectTimeline);
  const problem = useDesk(selectTimelineProblem);
  const isConnected = useDesk(selectIsConnected);
  const [added, setAdded] = useState(0);
  const loadOlder = useCallback(() => void store.getState().loadOlder(), [store]);
  const follow = useCallback(
    (follows: boolean) => store.getState().followTimeline(follows),
    [store],
  );
  return (
    <section className={styles.pane} aria-label="What happened">
      {problem !== null && problem.code !== 'engine_stopped' && <Notice problem={problem} />}
      {timeline === null ? (
        <div className={styles.empty} />
      ) : (
        <Timeline
          timeline={timeline}
          now={clock.now}
          showsWaiting={isConnected}
          added={added}
          onOlder={loadOlder}
          onFollow={follow}
        />
      )}
      <Composer incident={incident} onAdded={() => setAdded((count) => count + 1)} />
    </section>
  );
}
