import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { ContractError } from '#shared/contract/errors.ts';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { selectDeedProblem } from '../../state/deeds.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectSought } from '../../state/seeking.ts';
import type { Store } from '../../state/state.ts';
import { selectIsConnected } from '../../state/sync.ts';
import {
  selectLineDeed,
  selectPickedLine,
  selectTimeline,
  selectTimelineFilter,
  selectTimelineProblem,
} from '../../state/timeline.ts';
import { lineKey } from '../../state/timeline-pages.ts';
import type { Answer } from '../../transport/transport.ts';
import { Notice } from '../../ui/notice.tsx';
import { Composer } from '../composer/composer.tsx';
import {
  ENTRY_COMMANDS,
  type EntryCommand,
  type EntryCommandName,
  slackAddress,
} from './entry-commands.ts';
import { LineDeedNotice } from './line-deed.tsx';
import { Suggestions } from './suggestions.tsx';
import { type Goal, Timeline, type TimelineProps } from './timeline.tsx';
import { TimelineBar } from './timeline-bar.tsx';
import type { EntryMode } from './timeline-entry.tsx';
import styles from './timeline-pane.module.css';

const EntryMenu = lazy(() => import('./entry-menu.tsx'));

type Open = { readonly key: string; readonly mode: EntryMode };
type Pointed = { readonly item: TimelineItemT; readonly button: HTMLElement };

/** What has happened, and the line where it goes on. */
export function TimelinePane() {
  const { store, clock } = useDesktop();
  const timeline = useDesk(selectTimeline);
  const problem = useDesk(selectTimelineProblem);
  const filter = useDesk(selectTimelineFilter);
  const deed = useDesk(selectLineDeed);
  const deedProblem = useDesk(selectDeedProblem);
  const isConnected = useDesk(selectIsConnected);
  const [menu, setMenu] = useState<Pointed | null>(null);
  const lines = useLines();
  const { goal, goTo, toEnd, toEdge, see, timeInSight } = usePlace();
  const loadOlder = useCallback(() => void store.getState().loadOlder(), [store]);
  const loadNewer = useCallback(() => void store.getState().loadNewer(), [store]);
  const openMenu = useCallback<TimelineProps['onMenu']>((item, button) => {
    setMenu({ item, button });
  }, []);
  return (
    <section className={styles.pane} aria-label="What happened">
      {problem !== null && problem.code !== 'engine_stopped' && <Notice problem={problem} />}
      <TimelineBar
        filter={filter}
        onFilter={(next) =>
          void store
            .getState()
            .filterTimeline(next)
            .then(() => toEdge('end'))
        }
        timeInSight={timeInSight}
        onGo={goTo}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the lines inside take the focus */}
      <div className={styles.lines} onFocus={(event) => pick(store, event.target)}>
        {filter.show === 'suggested' ? (
          <Suggestions />
        ) : timeline === null ? (
          <div className={styles.empty} />
        ) : timeline.items.length === 0 ? (
          <p className={styles.nothing}>{NOTHING[filter.show]}</p>
        ) : (
          <Timeline
            timeline={timeline}
            now={clock.now}
            showsWaiting={isConnected}
            goal={goal}
            open={lines.open}
            onClose={lines.close}
            onMenu={openMenu}
            onKey={lines.onKey}
            onEdge={toEdge}
            onOlder={loadOlder}
            onNewer={loadNewer}
            onSee={see}
          />
        )}
        <LineDeedNotice deed={deed} problem={lines.problem ?? deedProblem} onUndo={lines.undo} />
      </div>
      {menu !== null && (
        <Suspense>
          <EntryMenu
            {...menu}
            onRun={(name) => lines.run(name, menu.item)}
            onClose={() => setMenu(null)}
          />
        </Suspense>
      )}
      <Composer onAdded={() => void toEnd(false)} />
    </section>
  );
}

const NOTHING = {
  all: 'Nothing has happened yet. Write a note (C).',
  key: 'Nothing is marked yet. Select an entry, then press P.',
} as const;

const END: Goal = { key: null, isSelected: false };

/** Where one is in the timeline, and how one gets elsewhere. */
function usePlace() {
  const { store, clock } = useDesktop();
  const [goal, setGoal] = useState(END);
  const first = useRef(0);
  const see = useCallback<TimelineProps['onSee']>(
    (from, to, isAtEnd) => {
      first.current = from;
      store.getState().seeTimeline(from, to, isAtEnd);
    },
    [store],
  );
  const goTo = useCallback(
    async (at: number, line: string | null = null) => {
      await store.getState().goToTime(at);
      const items = store.getState().timeline?.items ?? [];
      const item =
        items.find(({ id }) => id === line) ?? items.find((one) => one.at >= at) ?? items.at(-1);
      if (item !== undefined) setGoal({ key: lineKey(item), isSelected: true });
    },
    [store],
  );
  const toEnd = useCallback(
    async (isSelected: boolean) => {
      const { timeline, goToTime, refreshTimeline } = store.getState();
      await (timeline?.hasNewer ? goToTime(null) : refreshTimeline());
      setGoal({ key: null, isSelected });
    },
    [store],
  );
  const toEdge = useCallback(
    async (edge: 'start' | 'end') => {
      if (edge === 'end') return toEnd(true);
      if (store.getState().timeline?.hasOlder) await store.getState().goToTime(0);
      const item = store.getState().timeline?.items[0];
      if (item !== undefined) setGoal({ key: lineKey(item), isSelected: true });
    },
    [store, toEnd],
  );
  useSought(goTo);
  const timeInSight = () => store.getState().timeline?.items[first.current]?.at ?? clock.now();
  return { goal, goTo, toEnd, toEdge, see, timeInSight };
}

/** Goes where somebody asked to be taken from elsewhere. */
function useSought(goTo: (at: number, line: string) => Promise<void>): void {
  const { store } = useDesktop();
  const sought = useDesk(selectSought);
  useEffect(() => {
    const { opened, found, filterTimeline, timelineFilter } = store.getState();
    if (sought === null || sought.incident !== opened) return;
    found();
    const all = { show: 'all', hidden: timelineFilter.hidden } as const;
    const shown = timelineFilter.show === 'all' ? Promise.resolve() : filterTimeline(all);
    void shown.then(() => goTo(sought.at, sought.line));
  }, [sought, store, goTo]);
}

/** Remembers which line had the focus: the palette works on it. */
function pick(store: Store, focused: Element): void {
  const key = focused.closest<HTMLElement>('li[data-key]')?.dataset.key;
  if (key !== undefined) store.getState().pickLine(key);
}

/** What is done with single lines. */
function useLines() {
  const { store } = useDesktop();
  const [open, setOpen] = useState<Open | null>(null);
  const [problem, setProblem] = useState<ContractError | null>(null);
  const told = useCallback(async (answer: Answer<object>) => {
    const { ok, ...rest } = await answer;
    setProblem(!ok && 'error' in rest ? rest.error : null);
  }, []);
  const undo = useCallback(() => {
    const undone = store.getState().undoLine();
    if (undone !== null) void told(undone);
  }, [store, told]);
  const run = useCallback(
    (name: EntryCommandName, item: TimelineItemT) => {
      const state = store.getState();
      const key = lineKey(item);
      switch (name) {
        case 'details':
        case 'edit':
        case 'time':
          return setOpen((now) =>
            now?.key === key && now.mode === name ? null : { key, mode: name },
          );
        case 'pin':
          return void told(item.kind === 'message' ? state.curateLine(item) : state.markLine(item));
        case 'hide':
          return void told(state.hideLine(item, !item.hidden));
        case 'use-slack':
          return void told(state.settleLine(item, 'slack'));
        case 'keep-ours':
          return void told(state.settleLine(item, 'ours'));
        case 'open-slack': {
          const address = slackAddress(item, state.settings?.slack?.teamUrl ?? null);
          if (address !== null) window.open(address, '_blank', 'noopener,noreferrer');
        }
      }
    },
    [store, told],
  );
  const asked = useDesk((state) => state.lineAsked);
  useEffect(() => {
    const picked = selectPickedLine(store.getState());
    const command = ENTRY_COMMANDS.find(({ name }) => name === asked);
    if (asked === null) return;
    store.getState().askOfLine(null);
    if (picked !== null && command !== undefined) run(command.name, picked);
  }, [asked, run, store]);
  const onKey = useCallback(
    (command: EntryCommand | 'undo', item: TimelineItemT) => {
      if (command === 'undo') return undo();
      if (command.enabled(item)) return run(command.name, item);
      setProblem({
        code: 'not_possible',
        message: 'What the log tells by itself cannot be changed.',
        hint: 'Hide it (X), or write a note (C).',
      });
    },
    [run, undo],
  );
  const close = useCallback(() => setOpen(null), []);
  return { open, problem, run, undo, onKey, close };
}
