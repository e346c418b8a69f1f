import { type FormEvent, useEffect, useMemo } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { readLine } from '#shared/domain/composer-line.ts';
import { statusName } from '#shared/domain/status.ts';
import { selectDesk } from '../../state/desk.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectIncident } from '../../state/incident.ts';
import { routeHash } from '../../state/route.ts';
import { selectSettings } from '../../state/settings.ts';
import { SeverityGlyph } from '../../ui/severity-glyph.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { lineReader } from '../composer/line-reader.ts';
import { useDraft } from '../draft.ts';
import { useSubmit } from '../submit.ts';
import { RunningClock } from '../time/running-clock.tsx';
import { UpdateClocks } from '../update/update-clocks.tsx';
import styles from './hud.module.css';

export type HudPageProps = {
  /** Null: the active incident of which somebody is to hear first. */
  readonly asked: IncidentId | null;
};

/** One incident at a glance, in a window that stays small. */
export default function HudPage({ asked }: HudPageProps) {
  const { store } = useDesktop();
  const desk = useDesk(selectDesk);
  const incident = useDesk(selectIncident);
  const pressing = [...(desk?.active ?? [])].sort(
    (a, b) => (a.nextUpdateDue ?? Number.MAX_VALUE) - (b.nextUpdateDue ?? Number.MAX_VALUE),
  );
  const id = asked ?? pressing[0]?.id ?? null;
  useEffect(() => store.getState().openIncident(id), [store, id]);
  if (id === null) {
    return (
      <main className={styles.hud} aria-label="HUD">
        <p className={styles.calm}>{desk === null ? '' : 'All calm'}</p>
      </main>
    );
  }
  return (
    <main className={styles.hud} aria-label="HUD">
      {incident !== null && incident.id === id && <Glance key={id} incident={incident} />}
    </main>
  );
}

function Glance({ incident }: { readonly incident: IncidentViewT }) {
  const { id, name, severity, status, declaredAt, endedAt, updatesDue, actions, lead } = incident;
  const open = actions.filter(({ done }) => !done);
  return (
    <>
      <header className={styles.head}>
        <SeverityGlyph severity={severity} />
        <h1 className={styles.name}>
          <a href={routeHash({ page: 'incident', incident: id })}>
            <bdi>{name}</bdi>
          </a>
        </h1>
        <span className={styles.clock} role="timer" aria-label="Incident clock">
          <RunningClock since={declaredAt} until={endedAt} />
        </span>
      </header>
      <p className={styles.facts}>
        <bdi>{statusName(status)}</bdi> · <bdi>{lead?.name ?? 'No lead'}</bdi> ·{' '}
        {open.length === 1 ? '1 open action' : `${open.length} open actions`}
      </p>
      <div className={styles.due}>
        <UpdateClocks due={updatesDue} />
      </div>
      <HudNote incident={incident} />
    </>
  );
}

/** A line for the timeline; what acts in the composer acts here. */
function HudNote({ incident }: { readonly incident: IncidentViewT }) {
  const { store, clock } = useDesktop();
  const settings = useDesk(selectSettings);
  const reader = useMemo(() => lineReader(incident, settings), [incident, settings]);
  const [text, setText] = useDraft(`hud ${incident.id}`);
  const { problem, submit } = useSubmit();
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const line = readLine(text, { ...reader, now: clock.now() });
    const added = await submit(() => store.getState().compose(incident.id, line));
    if (added !== null) setText('');
  };
  return (
    <form onSubmit={(event) => void add(event)} noValidate>
      <TextField
        label="Add to the timeline"
        isLabelHidden
        shortcut="composer"
        placeholder="Note, or /command"
        value={text}
        onChange={setText}
        problem={problem}
      />
    </form>
  );
}
