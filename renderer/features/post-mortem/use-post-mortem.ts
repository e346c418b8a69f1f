import { useEffect, useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { type Followed, followPostMortem } from '../../state/post-mortem/follow.ts';

/** The post-mortem on screen, kept as the engine has it; null for a moment at the beginning. */
export function usePostMortem(incident: IncidentId): Followed | null {
  const { store, after } = useDesktop();
  const [followed, setFollowed] = useState<Followed | null>(null);
  useEffect(() => {
    const { ask, change } = store.getState();
    const opened = followPostMortem(incident, { ask, change, after });
    setFollowed(opened);
    return opened.close;
  }, [incident, store, after]);
  const view = useDesk((state) => state.incident);
  const connection = useDesk((state) => state.connection);
  // Every save is a piece of news: nothing is drawn again for it.
  useEffect(
    () =>
      store.subscribe((state, before) => {
        if (state.postMortemNews !== before.postMortemNews) followed?.heardText();
      }),
    [store, followed],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each is another state of the incident
  useEffect(() => followed?.heardIncident(), [followed, view, connection]);
  useEffect(() => {
    if (followed === null) return;
    const keep = () => void followed.store.getState().text?.flush();
    document.addEventListener('visibilitychange', keep);
    window.addEventListener('blur', keep);
    window.addEventListener('pagehide', keep);
    return () => {
      document.removeEventListener('visibilitychange', keep);
      window.removeEventListener('blur', keep);
      window.removeEventListener('pagehide', keep);
    };
  }, [followed]);
  return followed;
}
