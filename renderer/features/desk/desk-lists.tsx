import { type KeyboardEvent, useState } from 'react';
import type { DeskViewT, IncidentRowT } from '#shared/contract/views.ts';
import styles from './desk.module.css';
import { focusDeskRow } from './desk-focus.ts';
import { DeskRow } from './desk-row.tsx';

export type DeskListsProps = {
  readonly desk: DeskViewT;
  readonly opened: string | null;
};

/** The incidents by phase: one walk of the arrows through all of them. */
export function DeskLists({ desk, opened }: DeskListsProps) {
  const [visited, setVisited] = useState<string | null>(null);
  const all = [...desk.active, ...desk.after, ...desk.recent];
  const has = (id: string | null) => all.some((row) => row.id === id);
  const stop = has(visited) ? visited : has(opened) ? opened : (all[0]?.id ?? null);
  const list = (name: string, label: string, rows: readonly IncidentRowT[]) => (
    <section className={styles.section}>
      <h2 className={styles.label}>{name}</h2>
      <ul aria-label={label}>
        {rows.map((row) => (
          <DeskRow
            key={row.id}
            row={row}
            isOpened={row.id === opened}
            isTabStop={row.id === stop}
          />
        ))}
      </ul>
    </section>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside take the focus
    <div
      className={styles.lists}
      onKeyDown={(event) => walk(event)}
      onFocus={(event) => setVisited(event.target.getAttribute('data-desk-row'))}
    >
      {desk.active.length > 0 && list('Active', 'Active incidents', desk.active)}
      {desk.after.length > 0 && list('After', 'Incidents in the after-phase', desk.after)}
      {desk.recent.length > 0 && list('Recent', 'Recent incidents', desk.recent)}
    </div>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
  if (step === null) return;
  event.preventDefault();
  focusDeskRow(event.currentTarget, step);
}
