import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { lineKey } from '../../state/timeline-pages.ts';
import type { LoadedTimeline } from '../../state/timeline-shape.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { dayName } from '../time/moment.tsx';
import { goesOn, sharesMinute, startsDay } from './entry-words.ts';
import styles from './timeline.module.css';
import { type EntryMode, TimelineEntry } from './timeline-entry.tsx';
import { type ListKeys, useSelection } from './use-selection.ts';

/** How near the newest entry counts as being there. */
const END_PX = 24;
/** How far before either end more is asked for. */
const AHEAD_PX = 1_500;
const ROW_PX = 34;
/**
 * Scrolled by more than a screen, so often in a row: nothing is read on the way. One alone is a jump,
 * or what was loaded before the first row.
 */
const LEAPS = 3;
/** Places are read before the rows follow them: behind that, each read would lay the page out anew. */
const BEFORE_ROWS = { capture: true, passive: true } as const;
/** Room for the line that says now. */
const NOW_PX = 32;

/** Where somebody wants to be; another object each time. */
export type Goal = {
  /** The line that is to come into sight; null: the end. */
  readonly key: string | null;
  /** Whether it takes the focus as well. */
  readonly isSelected: boolean;
};

export type TimelineProps = {
  readonly timeline: LoadedTimeline;
  readonly now: () => number;
  readonly showsWaiting: boolean;
  readonly goal: Goal;
  readonly open: { readonly key: string; readonly mode: EntryMode } | null;
  readonly onClose: () => void;
  readonly onMenu: (item: TimelineItemT, button: HTMLElement) => void;
  readonly onKey: ListKeys['onKey'];
  readonly onEdge: ListKeys['onEdge'];
  readonly onOlder: () => void;
  readonly onNewer: () => void;
  readonly onSee: (first: number, last: number, isAtEnd: boolean) => void;
};

type Rows = Virtualizer<HTMLDivElement, HTMLLIElement>;

export function Timeline(props: TimelineProps) {
  const { timeline, now, open } = props;
  const { items, names } = timeline;
  const scroller = useRef<HTMLDivElement>(null);
  const keyAt = useCallback((index: number) => keyOf(items[index]), [items]);
  const selection = useSelection(items, scroller, props);
  const rows = useRows(timeline, scroller, keyAt, selection.index);
  selection.scrollTo.current = (index, align) => rows.scrollToIndex(index, { align });
  const passes = useSight(rows, scroller, props);
  const isPassing = rows.isScrolling && passes.current;
  // Tab stops at the selected line; where none is, at one that is in sight and so is there.
  const stop = selection.index < 0 ? (rows.range?.endIndex ?? -1) : selection.index;
  useGoal(rows, items, selection.select, props.goal);
  useMore(scroller, props);
  const { onClose } = props;
  const { select } = selection;
  const openKey = open?.key ?? null;
  /** Whoever closes what was open is back on its line. */
  const close = useCallback(() => {
    onClose();
    if (openKey !== null) select(openKey);
  }, [onClose, select, openKey]);
  return (
    <div className={styles.frame}>
      <div ref={scroller} className={styles.scroller}>
        <ol
          aria-label="Timeline"
          className={styles.list}
          style={{ height: rows.getTotalSize() }}
          onKeyDown={selection.onKeyDown}
        >
          {rows.getVirtualItems().map((row) => {
            const item = items[row.index];
            const before = items[row.index - 1];
            const key = keyOf(item);
            const day =
              item !== undefined && startsDay(before, item) ? dayName(item.at, now()) : null;
            const passesBy = isPassing && row.index !== selection.index && open?.key !== key;
            return item === undefined ? null : (
              <li
                key={row.key}
                data-index={row.index}
                data-key={key}
                ref={passesBy ? null : rows.measureElement}
                className={styles.row}
                style={{
                  transform: `translateY(${row.start}px)`,
                  ...(passesBy ? { height: row.size } : {}),
                }}
                aria-setsize={timeline.hasOlder || timeline.hasNewer ? -1 : items.length}
                aria-posinset={row.index + 1}
                tabIndex={row.index === stop ? 0 : -1}
                onFocus={selection.onFocus}
              >
                {passesBy ? (
                  <PassingRow day={day} />
                ) : (
                  <TimelineEntry
                    item={item}
                    names={names}
                    day={day}
                    goesOn={goesOn(before, item)}
                    sharesMinute={sharesMinute(before, item)}
                    showsWaiting={props.showsWaiting}
                    mode={open?.key === key ? open.mode : null}
                    onClose={close}
                    onMenu={props.onMenu}
                  />
                )}
              </li>
            );
          })}
          {!timeline.hasNewer && (
            <li className={styles.now} aria-hidden="true">
              now
            </li>
          )}
        </ol>
      </div>
      {timeline.unseen > 0 && (
        <div className={styles.pill}>
          <Button onPress={() => props.onEdge('end')}>
            <ArrowDown {...ICON} />
            {timeline.unseen < 100 ? `${timeline.unseen} new` : '99+ new'}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A line that passes too fast to be read: its room, and the day where one begins. */
function PassingRow({ day }: { readonly day: string | null }) {
  return (
    <div className={styles.passing}>
      {day !== null && <h2 className={styles.passingDay}>{day}</h2>}
    </div>
  );
}

const keyOf = (item: TimelineItemT | undefined) => (item === undefined ? '' : lineKey(item));

/** The rows that are in sight, and the selected one wherever it is: else it would lose the focus. */
function useRows(
  { items, hasNewer }: LoadedTimeline,
  scroller: RefObject<HTMLDivElement | null>,
  keyAt: (index: number) => string,
  selected: number,
): Rows {
  // What is loaded behind the last row is not what has just happened: nobody is taken there.
  const hadNewer = useRef(hasNewer);
  const follows = !hasNewer && !hadNewer.current;
  useEffect(() => {
    hadNewer.current = hasNewer;
  });
  return useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: items.length,
    getScrollElement: () => scroller.current,
    getItemKey: keyAt,
    estimateSize: () => ROW_PX,
    overscan: 5,
    paddingEnd: hasNewer ? 0 : NOW_PX,
    anchorTo: 'end',
    followOnAppend: follows,
    scrollEndThreshold: END_PX,
    rangeExtractor: useCallback(
      (range: { startIndex: number; endIndex: number; overscan: number; count: number }) => {
        const first = Math.max(0, range.startIndex - range.overscan);
        const last = Math.min(range.count - 1, range.endIndex + range.overscan);
        const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
        if (selected < 0 || selected >= range.count) return all;
        if (selected < first) return [selected, ...all];
        return selected > last ? [...all, selected] : all;
      },
      [selected],
    ),
  });
}

/** Asks for more where the loaded part comes to an end. What counts is where the scroller stands. */
function useMore(
  scroller: RefObject<HTMLDivElement | null>,
  { timeline, onOlder, onNewer }: TimelineProps,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => {
      const { scrollTop, scrollHeight, clientHeight } = element;
      if (timeline.hasOlder && scrollTop < AHEAD_PX) onOlder();
      if (timeline.hasNewer && scrollHeight - scrollTop - clientHeight < AHEAD_PX) onNewer();
    };
    look();
    element.addEventListener('scroll', look, BEFORE_ROWS);
    return () => element.removeEventListener('scroll', look, BEFORE_ROWS);
  }, [scroller, timeline, onOlder, onNewer]);
}

/**
 * Tells what is in sight, and keeps the end there for whoever is at it.
 * @returns whether rows pass too fast to be read
 */
function useSight(
  rows: Rows,
  scroller: RefObject<HTMLDivElement | null>,
  { timeline, onSee }: TimelineProps,
): { readonly current: boolean } {
  const isAtEnd = useRef(true);
  const passes = useRef(false);
  const latest = useRef({ rows, timeline, onSee });
  latest.current = { rows, timeline, onSee };
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let [last, leaps] = [element.scrollTop, 0];
    const moved = () => {
      const { scrollTop, clientHeight } = element;
      leaps = Math.abs(scrollTop - last) > clientHeight ? leaps + 1 : 0;
      last = scrollTop;
      passes.current = leaps >= LEAPS;
    };
    const scrolled = () => {
      const { rows: now, timeline: loaded, onSee: see } = latest.current;
      isAtEnd.current = !loaded.hasNewer && now.isAtEnd(END_PX);
      const { startIndex = 0, endIndex = 0 } = now.range ?? {};
      see(startIndex, endIndex, isAtEnd.current);
    };
    // A composer that grows takes its room from here: the end stays in sight.
    const watch = new ResizeObserver(() => {
      if (isAtEnd.current) latest.current.rows.scrollToEnd();
    });
    element.addEventListener('scroll', moved, BEFORE_ROWS);
    element.addEventListener('scroll', scrolled, { passive: true });
    watch.observe(element);
    return () => {
      element.removeEventListener('scroll', moved, BEFORE_ROWS);
      element.removeEventListener('scroll', scrolled);
      watch.disconnect();
    };
  }, [scroller]);
  return passes;
}

/** Brings into sight where somebody wants to be. */
function useGoal(
  rows: Rows,
  items: readonly TimelineItemT[],
  select: (key: string) => void,
  goal: TimelineProps['goal'],
): void {
  const latest = useRef({ rows, items, select });
  latest.current = { rows, items, select };
  useLayoutEffect(() => {
    const now = latest.current;
    const last = now.items.length - 1;
    const index =
      goal.key === null ? last : now.items.findIndex((item) => lineKey(item) === goal.key);
    const item = now.items[index];
    if (item === undefined) return;
    if (goal.isSelected) now.select(lineKey(item));
    if (index === last) now.rows.scrollToEnd();
    else now.rows.scrollToIndex(index, { align: 'center' });
  }, [goal]);
}
