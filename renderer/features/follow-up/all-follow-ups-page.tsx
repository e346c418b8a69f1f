import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectAllFollowUps, selectAllFollowUpsProblem } from '../../state/follow-ups.ts';
import { selectMyRef, selectPeople } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Segments } from '../../ui/segments.tsx';
import { peopleChoices } from '../people.tsx';
import { SyncStatus } from '../sync/sync-status.tsx';
import { useTicking } from '../time/running-clock.tsx';
import styles from './all-follow-ups.module.css';
import { FILTERS, type Filter, filtered, ownersOf } from './all-follow-ups.ts';
import { AllFollowUpsRow } from './all-follow-ups-row.tsx';
import { FollowUpsExport } from './follow-ups-export.tsx';

const NAMES: Readonly<Record<Filter, string>> = {
  open: 'Open',
  mine: 'Mine',
  overdue: 'Overdue',
  all: 'All',
};

const NOTHING: Readonly<Record<Filter, string>> = {
  open: 'Nothing is left to do.',
  mine: 'Nothing is left for you.',
  overdue: 'Nothing is overdue.',
  all: 'No follow-ups yet. What is for later is added in an incident: type “todo” in its composer.',
};

/** So many at first, and with each press. */
const AT_ONCE = 100;

/** What is left to do of all incidents: who has it, how old it is, and how we know it is done. */
export default function AllFollowUpsPage() {
  const read = useDesk(selectAllFollowUps);
  const problem = useDesk(selectAllFollowUpsProblem);
  const me = useDesk(selectMyRef);
  const people = useDesk(selectPeople);
  const [filter, setFilter] = useState<Filter>('open');
  const [limit, setLimit] = useState(AT_ONCE);
  const now = useMinute();
  const all = read?.items ?? NONE;
  const lists = useMemo(() => filtered(all, { me, now }), [all, me, now]);
  const choices = useMemo(() => peopleChoices(ownersOf(people, all), me), [people, all, me]);
  const shown = lists[filter];
  const list = useRef<HTMLUListElement>(null);
  useFirstFocus(list, read !== null);
  const segments = FILTERS.map((key) => ({ key, name: `${NAMES[key]} ${lists[key].length}` }));
  return (
    <section className={styles.page} aria-label="All follow-ups">
      <header className={styles.head}>
        <h1 className={styles.title}>All follow-ups</h1>
        <SyncStatus />
      </header>
      {problem !== null && problem.code !== 'engine_stopped' && <Notice problem={problem} />}
      {read !== null && (
        <div className={styles.bar}>
          <Segments label="Show" segments={segments} chosen={filter} onChoose={setFilter} />
          {shown.length > 0 && <FollowUpsExport items={shown} />}
        </div>
      )}
      {read !== null && shown.length === 0 && (
        <p className={styles.nothing}>{all.length === 0 ? NOTHING.all : NOTHING[filter]}</p>
      )}
      {shown.length > 0 && (
        <div className={styles.table}>
          <div className={styles.columns} aria-hidden="true">
            <span className={styles.what}>Follow-up</span>
            <span className={styles.owner}>Owner</span>
            <span className={styles.state}>State</span>
            <span className={styles.due}>Due</span>
            <span className={styles.age}>Age</span>
          </div>
          <ul ref={list} aria-label={NAMES[filter]} onKeyDown={walk}>
            {shown.slice(0, limit).map((one) => (
              <AllFollowUpsRow key={one.id} followUp={one} choices={choices} />
            ))}
          </ul>
        </div>
      )}
      {shown.length > limit && (
        <Button
          look="quiet"
          className={styles.rest ?? ''}
          onPress={() => setLimit(limit + AT_ONCE)}
        >
          {`Show ${Math.min(AT_ONCE, shown.length - limit)} more of ${shown.length}`}
        </Button>
      )}
      {filter === 'all' && read !== null && read.more > 0 && (
        <p className={styles.nothing}>
          {`${read.more.toLocaleString('en')} more were settled long ago; search finds them.`}
        </p>
      )}
    </section>
  );
}

const NONE: readonly never[] = [];

/** The time to the minute: what is overdue changes no faster. */
function useMinute(): number {
  const { clock } = useDesktop();
  useTicking((at) => String(Math.floor(at / 60_000)));
  return Math.floor(clock.now() / 60_000) * 60_000;
}

const ROW = ':scope > li';
const firstOf = (row: Element | undefined) => row?.querySelector<HTMLElement>('button');

/** Whoever came here by a key goes on by keys. */
function useFirstFocus(list: { readonly current: HTMLElement | null }, isRead: boolean): void {
  useEffect(() => {
    if (!isRead || document.activeElement !== document.body) return;
    firstOf(list.current?.querySelector(ROW) ?? undefined)?.focus();
  }, [list, isRead]);
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Arrows, j and k go from row to row; what is typed or chosen in one has its own keys. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const from = event.target as HTMLElement;
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  if (from.closest('input, textarea, [role=listbox], [aria-haspopup]') !== null) return;
  const rows = [...event.currentTarget.querySelectorAll(ROW)];
  const at = rows.findIndex((row) => row.contains(from));
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  event.preventDefault();
  firstOf(next)?.focus();
}
