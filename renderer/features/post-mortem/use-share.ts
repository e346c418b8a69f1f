import { useCallback, useEffect, useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { PostMortemShareViewT } from '#shared/contract/views/post-mortem.ts';
import { useDesktop } from '../../state/desktop.tsx';
import type { Problem } from '../../ui/problem.ts';
import { readersZone } from '../time/zone.ts';

export type Share = {
  /** That it waits for Slack, or where it is; empty where nobody asked, or Slack refused. */
  readonly shared: string;
  readonly problem: Problem | null;
  /** Shares the text as it is on the disk. */
  readonly share: () => Promise<void>;
};

/** What became of sharing a post-mortem in Slack, kept as the engine has it. */
export function useShare(incident: IncidentId): Share {
  const { store } = useDesktop();
  const [view, setView] = useState<PostMortemShareViewT | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  useEffect(() => {
    let isLate = false;
    const read = async () => {
      const answer = await store.getState().ask('post-mortem-share', { incident });
      if (isLate || !answer.ok) return;
      const { value } = answer;
      setView((last) => (isSame(last, value) ? last : value));
    };
    void read();
    // Every save is a piece of news too: nothing is drawn again for it.
    const leave = store.subscribe((state, before) => {
      if (state.postMortemNews !== before.postMortemNews) void read();
    });
    return () => {
      isLate = true;
      leave();
    };
  }, [store, incident]);
  const share = useCallback(async () => {
    const asked = { incident, zone: readersZone() };
    const answer = await store.getState().change('post-mortem.share', asked);
    setRefused(answer.ok ? null : answer.error);
  }, [store, incident]);
  const isRefused = view?.state === 'refused';
  return {
    shared: view === null || isRefused ? '' : view.message,
    problem: refused ?? (isRefused ? view : null),
    share,
  };
}

const isSame = (one: PostMortemShareViewT | null, other: PostMortemShareViewT | null) =>
  one?.state === other?.state && one?.message === other?.message && one?.hint === other?.hint;
