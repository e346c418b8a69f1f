import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { IncidentId } from '#shared/base/ids.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesk } from '../../state/desktop.tsx';
import { selectIncident, selectIncidentProblem } from '../../state/incident.ts';
import type { Followed } from '../../state/post-mortem/follow.ts';
import { Notice } from '../../ui/notice.tsx';
import { SyncStatus } from '../sync/sync-status.tsx';
import styles from './post-mortem-page.module.css';
import { StartPostMortem } from './start-post-mortem.tsx';
import { usePostMortem } from './use-post-mortem.ts';
import { WritingDesk } from './writing-desk.tsx';

/** What was learned from an incident: begun from its log, written with its evidence beside it. */
export default function PostMortemPage({ id }: { readonly id: IncidentId }) {
  const incident = useDesk(selectIncident);
  const problem = useDesk(selectIncidentProblem);
  const followed = usePostMortem(id);
  useTitle(incident === null ? null : `${incident.code} ${incident.name} · Post-mortem`);
  if (incident === null || incident.id !== id) {
    return (
      <div className={styles.missing}>
        <SyncStatus />
        {problem !== null && problem.code !== 'engine_stopped' && (
          <Notice problem={problem}>
            <a href="#/">Go to the Desk</a>
          </Notice>
        )}
      </div>
    );
  }
  if (followed === null) return null;
  return <Opened incident={incident} followed={followed} />;
}

/** What the window, and a file that is printed from it, is called meanwhile. */
function useTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return;
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}

type OpenedProps = { readonly incident: IncidentViewT; readonly followed: Followed };

function Opened({ incident, followed }: OpenedProps) {
  const view = useStore(followed.store, (state) => state.view);
  const text = useStore(followed.store, (state) => state.text);
  const problem = useStore(followed.store, (state) => state.problem);
  if (view === null) {
    return <StartPostMortem incident={incident} onStarted={followed.heardIncident} />;
  }
  if (view === undefined || text === null) {
    return (
      <div className={styles.missing}>
        {problem !== null && problem.code !== 'engine_stopped' && <Notice problem={problem} />}
      </div>
    );
  }
  return <WritingDesk incident={incident} followed={followed} view={view} text={text} />;
}
