import type { UpdateDueViewT } from '#shared/contract/views/record.ts';
import { type DueTone, updateDueTone, updateDueWords } from '#shared/domain/update-due.ts';
import { useTicking } from '../time/running-clock.tsx';
import styles from './update-clocks.module.css';

/** When each audience hears next. */
export function UpdateClocks({ due }: { readonly due: readonly UpdateDueViewT[] }) {
  return due.map((one) => <UpdateClock key={one.audience} due={one} />);
}

function UpdateClock({ due }: { readonly due: UpdateDueViewT }) {
  const words = useTicking((now) => updateDueWords(due, now));
  const tone = useTicking((now) => updateDueTone(due, now)) as DueTone;
  return (
    <p
      className={styles.clock}
      data-tone={tone}
      data-tabular=""
      role="timer"
      aria-label={due.audience === 'external' ? 'Next external update' : 'Next update'}
    >
      {words}
    </p>
  );
}
