import { LineDeedNotice } from '../features/timeline/line-deed.tsx';
import { selectDeedProblem } from '../state/deeds.ts';
import { useDesk, useDesktop } from '../state/desktop.tsx';
import type { Route } from '../state/route.ts';
import { selectLineDeed } from '../state/timeline.ts';
import styles from './shell.module.css';

/** What was done last, with the way back, on the pages that have no place of their own for it. */
export function DeedToast({ route }: { readonly route: Route }) {
  const { store } = useDesktop();
  const deed = useDesk(selectLineDeed);
  const problem = useDesk(selectDeedProblem);
  if (route.page === 'incident' || route.page === 'queue') return null;
  return (
    <div className={styles.deed}>
      <LineDeedNotice
        deed={deed}
        problem={problem}
        onUndo={() => void store.getState().undoLine()}
      />
    </div>
  );
}
