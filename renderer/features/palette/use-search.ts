import { useEffect, useState } from 'react';
import type { SearchHitT } from '#shared/contract/search-view.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { readersZone } from '../time/zone.ts';

/** What fills the list; a word more finds the rest. */
const LIMIT = 30;

type Found = {
  readonly found: readonly SearchHitT[];
  /** What stood in the way, in words. */
  readonly said: string | null;
};

const NOTHING: Found = { found: [], said: null };

/** What is found of what is being typed. The answers of earlier letters are passed over. */
export function useSearch(typed: string): Found {
  const { store } = useDesktop();
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    let isLate = false;
    const look = async () => {
      if (typed.trim() === '') return setFound(NOTHING);
      const zone = readersZone();
      const answer = await store.getState().ask('search', { text: typed, limit: LIMIT, zone });
      if (isLate) return;
      setFound(
        answer.ok
          ? { found: answer.value.hits, said: answer.value.problems[0] ?? null }
          : { found: [], said: answer.error.message },
      );
    };
    void look();
    return () => {
      isLate = true;
    };
  }, [store, typed]);
  return found;
}
