import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LoadedTimeline } from '../../state/state.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { dayName } from '../time/moment.tsx';
import { changeWords, goesOn, sharesMinute, startsDay } from './entry-words.ts';
import styles from './timeline.module.css';
import { TimelineEntry } from './timeline-entry.tsx';

/** How near the newest entry counts as being there. */
const END_PX = 24;
/** How many rows before the first one the next older window is asked for. */
const OLDER_ROWS = 12;

export type TimelineProps = {
  readonly timeline: LoadedTimeline;
  readonly now: () => number;
  readonly showsWaiting: boolean;
  /** Counts what the person here has added: each brings the end into sight. */
  readonly added: number;
  readonly onOlder: () => void;
  readonly onFollow: (follows: boolean) => void;
};

export function Timeline(props: TimelineProps) {
  const { timeline, now, added, onOlder, onFollow } = props;
  const { items, names } = timeline;
  const scroller = useRef<HTMLDivElement>(null);
  const keyAt = useCallback(
    (index: number) => `${items[index]?.kind} ${items[index]?.id}`,
    [items],
  );
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    getItemKey: keyAt,
    estimateSize: () => 34,
    overscan: 10,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: END_PX,
  });
  const newest = items.at(-1)?.id ?? null;
  const end = useEnd(scroller, newest, added, () => rows.scrollToEnd());
  const first = rows.getVirtualItems()[0]?.index ?? 0;

  useEffect(() => {
    if (first < OLDER_ROWS && timeline.older !== null) onOlder();
  }, [first, timeline.older, onOlder]);

  const scrolled = () => {
    const isAtEnd = rows.isAtEnd(END_PX);
    onFollow(isAtEnd);
    if (isAtEnd) end.reached();
    else end.left();
  };

  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the keyboard */}
      <div ref={scroller} className={styles.scroller} onScroll={scrolled} tabIndex={0}>
        <ol aria-label="Timeline" className={styles.list} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const item = items[row.index];
            const before = items[row.index - 1];
            return item === undefined ? null : (
              <li
                key={row.key}
                data-index={row.index}
                ref={rows.measureElement}
                className={styles.row}
                style={{ transform: `translateY(${row.start}px)` }}
                aria-setsize={timeline.older === null ? items.length : -1}
                aria-posinset={row.index + 1}
              >
                <TimelineEntry
                  item={item}
                  words={item.kind === 'change' ? changeWords(item.changes, names) : ''}
                  day={startsDay(before, item) ? dayName(item.at, now()) : null}
                  goesOn={goesOn(before, item)}
                  sharesMinute={sharesMinute(before, item)}
                  showsWaiting={props.showsWaiting}
                />
              </li>
            );
          })}
        </ol>
      </div>
      {end.hasNew && (
        <div className={styles.pill}>
          <Button onPress={() => rows.scrollToEnd()}>
            <ArrowDown {...ICON} />
            New entries
          </Button>
        </div>
      )}
    </div>
  );
}

/** Keeps the end in sight of whoever was there, and tells whoever was not that it has moved on. */
function useEnd(
  scroller: RefObject<HTMLElement | null>,
  newest: string | null,
  added: number,
  scrollToEnd: () => void,
) {
  /** The newest entry that has been in sight. */
  const [seen, setSeen] = useState(newest);
  const isAtEnd = useRef(true);
  const scroll = useRef(scrollToEnd);
  scroll.current = scrollToEnd;
  // biome-ignore lint/correctness/useExhaustiveDependencies: also the first time, and for each addition
  useLayoutEffect(() => {
    isAtEnd.current = true;
    scroll.current();
  }, [added]);
  useEffect(() => {
    if (isAtEnd.current) setSeen(newest);
  }, [newest]);
  // A composer that grows takes its room from here: the end stays in sight.
  useEffect(() => {
    if (scroller.current === null) return;
    const watch = new ResizeObserver(() => {
      if (isAtEnd.current) scroll.current();
    });
    watch.observe(scroller.current);
    return () => watch.disconnect();
  }, [scroller]);
  return {
    hasNew: newest !== seen && !isAtEnd.current,
    reached: () => {
      isAtEnd.current = true;
      setSeen(newest);
    },
    left: () => {
      isAtEnd.current = false;
    },
  };
}
