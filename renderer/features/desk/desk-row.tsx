import { Lock } from 'lucide-react';
import { memo } from 'react';
import type { IncidentRowT } from '#shared/contract/views.ts';
import { statusName } from '#shared/domain/status.ts';
import { routeHash } from '../../state/route.ts';
import { ICON } from '../../ui/icon.ts';
import { SeverityGlyph } from '../../ui/severity-glyph.tsx';
import { RunningClock } from '../time/running-clock.tsx';
import { DeskDue } from './desk-due.tsx';
import styles from './desk-row.module.css';

export type DeskRowProps = {
  readonly row: IncidentRowT;
  readonly isOpened: boolean;
  /** Whether Tab reaches it; the others of the list are reached by arrows. */
  readonly isTabStop: boolean;
};

export const DeskRow = memo(function DeskRow({ row, isOpened, isTabStop }: DeskRowProps) {
  return (
    <li>
      <a
        className={styles.row}
        href={routeHash({ page: 'incident', incident: row.id })}
        data-desk-row={row.id}
        data-over={row.endedAt !== null}
        tabIndex={isTabStop ? 0 : -1}
        aria-current={isOpened ? 'page' : undefined}
      >
        <span className={styles.glyph}>
          <SeverityGlyph severity={row.severity} />
        </span>
        <span className={styles.name}>
          <bdi>{row.name}</bdi>
          {row.private && <Lock {...ICON} size={12} aria-hidden={false} aria-label="Private" />}
        </span>
        <span className={styles.code}>{row.code}</span>
        <span className={styles.status}>
          <bdi>{statusName(row.status)}</bdi>
        </span>
        <span className={styles.lead}>
          {row.lead === null ? 'No lead' : <bdi>{row.lead.name}</bdi>}
        </span>
        {row.updatesDue[0] !== undefined && <DeskDue due={row.updatesDue[0]} />}
        <span className={styles.clock}>
          <RunningClock since={row.declaredAt} until={row.endedAt} />
        </span>
      </a>
    </li>
  );
});
