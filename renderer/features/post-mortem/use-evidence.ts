import { useEffect, useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { QueryInput } from '#shared/contract/queries.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { type EvidenceLine, evidenceLines } from './evidence-line.ts';

/** Lines of one question to the engine; and most that are read to be looked through. */
const WINDOW = 200;
const LINES_MAX = 20_000;

export type Show = 'key' | 'all';

export type EvidenceList = {
  readonly lines: readonly EvidenceLine[];
  /** Everything there is has been read. */
  readonly isWhole: boolean;
};

const NOTHING: EvidenceList = { lines: [], isWhole: false };

/** The lines of the timeline from its beginning on: the first of them, or all where `isAll`. */
export function useEvidence(incident: IncidentId, show: Show, isAll: boolean): EvidenceList {
  const { store } = useDesktop();
  const changed = useDesk((state) => state.incident);
  const [list, setList] = useState(NOTHING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed incident has other lines
  useEffect(() => {
    let isLate = false;
    const read = async () => {
      const lines: EvidenceLine[] = [];
      let place: Pick<QueryInput<'timeline'>, 'at' | 'from'> = { at: 0 };
      for (let more = true; more; ) {
        const only = show === 'key' ? { marked: true } : {};
        const asked = { incident, limit: WINDOW, ...place, ...only };
        const answer = await store.getState().ask('timeline', asked);
        if (isLate) return;
        if (!answer.ok) return;
        lines.push(...evidenceLines(answer.value));
        const { newer } = answer.value;
        more = newer !== null && isAll && lines.length < LINES_MAX;
        if (newer !== null) place = { from: newer };
        if (!more) setList({ lines, isWhole: newer === null });
      }
    };
    void read();
    return () => {
      isLate = true;
    };
  }, [store, incident, show, isAll, changed]);
  return list;
}
