import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { lineKey } from '../../state/timeline-pages.ts';
import { type EntryCommand, entryCommandFor } from './entry-commands.ts';

export type ListKeys = {
  /** A command's key was pressed on a line. */
  readonly onKey: (command: EntryCommand | 'undo', item: TimelineItemT) => void;
  /** Somebody wants to be at the beginning or the end, which may not be loaded. */
  readonly onEdge: (edge: 'start' | 'end') => void;
};

type Align = 'auto' | 'center';

export type Selection = {
  /** The selected line's place; -1 where there is none. */
  readonly index: number;
  readonly select: (key: string) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Set by whoever knows where rows are. */
  readonly scrollTo: { current: (index: number, align: Align) => void };
};

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** One line is selected at a time; it has the focus, and keeps it while rows come and go. */
export function useSelection(
  items: readonly TimelineItemT[],
  scroller: RefObject<HTMLElement | null>,
  { onKey, onEdge }: ListKeys,
): Selection {
  const [selected, setSelected] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const lastIndex = useRef(-1);
  const scrollTo = useRef<(index: number, align: Align) => void>(() => undefined);
  const found = selected === null ? -1 : items.findIndex((item) => lineKey(item) === selected);
  // A line that was hidden hands its place to the next one.
  const isLost = selected !== null && found < 0 && lastIndex.current >= 0;
  const index = isLost ? Math.min(lastIndex.current, items.length - 1) : found;
  const key = items[index] === undefined ? null : lineKey(items[index]);

  useLayoutEffect(() => {
    lastIndex.current = index;
    if (isLost) wantsFocus.current ||= document.activeElement === document.body;
    if (isLost && key !== null) setSelected(key);
    if (!wantsFocus.current || key === null) return;
    const row = rowOf(scroller.current, key);
    if (row === null) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  const select = useCallback((next: string) => {
    wantsFocus.current = true;
    setSelected(next);
  }, []);
  const moveTo = (to: number) => {
    const bounded = Math.max(0, Math.min(items.length - 1, to));
    const item = items[bounded];
    if (item === undefined) return;
    select(lineKey(item));
    scrollTo.current(bounded, 'auto');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const item = items[index];
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset.key !== undefined;
    if (!isOnRow || item === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const handled = () => event.preventDefault();
    const step = STEPS[event.key];
    if (step !== undefined) {
      handled();
      return moveTo(index + step);
    }
    if (event.key === 'PageDown' || event.key === 'PageUp') {
      handled();
      const page = Math.max(1, rowsInSight(scroller.current) - 1);
      return moveTo(index + (event.key === 'PageDown' ? page : -page));
    }
    if (event.key === 'Home' || event.key === 'End') {
      handled();
      return onEdge(event.key === 'Home' ? 'start' : 'end');
    }
    const command = event.key.toLowerCase() === 'z' ? 'undo' : entryCommandFor(event.key);
    if (command === null) return;
    handled();
    onKey(command, item);
  };
  return {
    index,
    select,
    onFocus: (event) => {
      const focused = event.currentTarget.dataset.key;
      if (focused !== undefined) setSelected(focused);
    },
    onKeyDown,
    scrollTo,
  };
}

function rowOf(scroller: HTMLElement | null, key: string): HTMLElement | null {
  const rows = scroller?.querySelectorAll<HTMLElement>('[data-key]') ?? [];
  return [...rows].find((row) => row.dataset.key === key) ?? null;
}

function rowsInSight(scroller: HTMLElement | null): number {
  if (scroller === null) return 1;
  const { top, bottom } = scroller.getBoundingClientRect();
  const isIn = (row: HTMLElement) => {
    const box = row.getBoundingClientRect();
    return box.top >= top && box.bottom <= bottom;
  };
  return [...scroller.querySelectorAll<HTMLElement>('[data-key]')].filter(isIn).length;
}
