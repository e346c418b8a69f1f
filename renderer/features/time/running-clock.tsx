import { useCallback, useSyncExternalStore } from 'react';
import { formatAge, formatClock } from '#shared/base/duration.ts';
import { useDesktop } from '../../state/desktop.tsx';

export type RunningClockProps = {
  readonly since: number;
  /** When it stopped, or null while it runs. */
  readonly until: number | null;
};

/** `1:04:12`, going on by the second, alone: what stands around it does not render again. */
export function RunningClock({ since, until }: RunningClockProps) {
  const text = useTicking((now) => formatClock((until ?? now) - since));
  return <span data-tabular="">{text}</span>;
}

/** `4 min`. */
export function Age({ since }: { readonly since: number }) {
  const text = useTicking((now) => formatAge(now - since));
  return <span data-tabular="">{text}</span>;
}

/** A text made of the time; the component renders again only when the text is another one. */
export function useTicking(textAt: (now: number) => string): string {
  const { clock } = useDesktop();
  const subscribe = useCallback((listener: () => void) => clock.onSecond(listener), [clock]);
  return useSyncExternalStore(subscribe, () => textAt(clock.now()));
}
