import { ArrowLeft, Hash, Lock, NotebookPen } from 'lucide-react';

import type { CommandInput } from '#shared/contract/commands.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { severityName } from '#shared/domain/severity.ts';
import { statusName } from '#shared/domain/status.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { routeHash } from '../../state/route.ts';
import { selectMyRef } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { Notice } from '../../ui/notice.tsx';
import { Picker } from '../../ui/picker.tsx';
import { MoreMenu } from '../lifecycle/more-menu.tsx';
import { chosenKey, chosenRef, peopleChoices } from '../people.tsx';
import { usePresses } from '../submit.ts';
import { SyncStatus } from '../sync/sync-status.tsx';
import { RunningClock } from '../time/running-clock.tsx';
import { Pace } from '../update/pace.tsx';
import { UpdateClocks } from '../update/update-clocks.tsx';
import { STATUS_CHOICES, useSeverityChoices } from './choices.tsx';
import styles from './incident-header.module.css';
import { IncidentName } from './incident-name.tsx';

export function IncidentHeader({ incident }: { readonly incident: IncidentViewT }) {
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <p className={styles.code}>
          <a href="#/" className={styles.back} aria-label="Desk">
            <ArrowLeft {...ICON} />
          </a>
          {incident.code}
          {incident.private && (
            <span className={styles.private}>
              <Lock {...ICON} size={12} /> Private
            </span>
          )}
          {incident.channel !== null && <ChannelLink channel={incident.channel} />}
          <a
            className={styles.channel}
            href={routeHash({ page: 'post-mortem', incident: incident.id })}
          >
            <NotebookPen {...ICON} size={14} />
            Post-mortem
          </a>
        </p>
        <IncidentName key={incident.id} incident={incident.id} name={incident.name} />
      </div>
      <div className={styles.state}>
        <SyncStatus />
        <p className={styles.clock} role="timer" aria-label="Incident clock">
          <RunningClock since={incident.declaredAt} until={incident.endedAt} />
        </p>
      </div>
      <div className={styles.bar}>
        <Facts incident={incident} />
        <NextUpdate incident={incident} />
      </div>
    </header>
  );
}

/** Severity, status and lead, each changed where it stands. */
function Facts({ incident }: { readonly incident: IncidentViewT }) {
  const { store } = useDesktop();
  const me = useDesk(selectMyRef);
  const { problem, submit } = usePresses();
  const severities = useSeverityChoices();
  const { id, severity, status, lead } = incident;
  const setSeverity = (key: string) =>
    void submit(() => store.getState().setSeverity(id, key as Severity));
  const setStatus = (key: string) => void store.getState().chooseStatus(key as Status);
  const assignLead = (key: string) =>
    void submit(() => store.getState().assignLead(id, chosenRef(key)));
  return (
    <div className={styles.facts}>
      <span data-shortcut="severity">
        <Picker
          label="Severity"
          look="inline"
          choices={severities}
          chosen={severity}
          unlisted={severityName(severity)}
          onChoose={setSeverity}
        />
      </span>
      <Picker
        label="Status"
        look="inline"
        choices={STATUS_CHOICES}
        chosen={status}
        unlisted={statusName(status)}
        onChoose={setStatus}
      />
      <Picker
        label="Lead"
        look="inline"
        isLabelHidden={false}
        choices={peopleChoices(incident.people, me)}
        chosen={chosenKey(lead)}
        unlisted={lead?.name ?? 'Nobody'}
        onChoose={assignLead}
      />
      {problem !== null && <Notice problem={problem} />}
    </div>
  );
}

/** When the next update is due, and where it is written. */
function NextUpdate({ incident }: { readonly incident: IncidentViewT }) {
  const { store } = useDesktop();
  const { updatesDue } = incident;
  const write = () =>
    store.getState().showSheet({ kind: 'update', audience: null, template: null });
  return (
    <div className={styles.next}>
      <UpdateClocks due={updatesDue} />
      <Pace incident={incident} />
      <Button hint="U" onPress={write}>
        Write update
      </Button>
      <MoreMenu incident={incident} />
    </div>
  );
}

type Severity = CommandInput<'incident.set-severity'>['severity'];
type Status = CommandInput<'incident.set-status'>['status'];

function ChannelLink({ channel }: { readonly channel: NonNullable<IncidentViewT['channel']> }) {
  const name = (
    <>
      <Hash {...ICON} size={14} />
      <bdi>{channel.name}</bdi>
    </>
  );
  // The address comes from a server: nothing but a web page may be opened by it.
  if (channel.url === null || !/^https?:/.test(channel.url)) {
    return <span className={styles.channel}>{name}</span>;
  }
  return (
    <a className={styles.channel} href={channel.url} target="_blank" rel="noreferrer">
      {name}
    </a>
  );
}
