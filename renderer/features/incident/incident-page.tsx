import type { IncidentId } from '#shared/base/ids.ts';
import { useDesk } from '../../state/desktop.tsx';
import { selectIncident, selectIncidentProblem } from '../../state/incident.ts';
import { Notice } from '../../ui/notice.tsx';
import { HandoverLines } from '../handover/handover-lines.tsx';
import { Nudges } from '../nudge/nudges.tsx';
import { SyncStatus } from '../sync/sync-status.tsx';
import { TimelinePane } from '../timeline/timeline-pane.tsx';
import { IncidentHeader } from './incident-header.tsx';
import styles from './incident-page.module.css';
import { IncidentSide } from './incident-side.tsx';
import { ParkedNotice } from './parked-notice.tsx';
import { RefusalNotice } from './refusal-notice.tsx';

export function IncidentPage({ id }: { readonly id: IncidentId }) {
  const incident = useDesk(selectIncident);
  const problem = useDesk(selectIncidentProblem);
  if (incident === null) {
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
  return (
    <div className={styles.page}>
      <div className={styles.record}>
        <div className={styles.top}>
          <IncidentHeader incident={incident} />
          <div className={styles.lines}>
            <HandoverLines incident={incident} />
            <Nudges key={id} incident={incident} />
          </div>
          {incident.parked !== null && <ParkedNotice incident={id} parked={incident.parked} />}
          {incident.refusal !== null && <RefusalNotice incident={id} refusal={incident.refusal} />}
        </div>
        <TimelinePane key={id} />
      </div>
      <aside className={styles.side} aria-label="In flight">
        <IncidentSide key={id} incident={incident} />
      </aside>
    </div>
  );
}
