import type { UpdateDueViewT } from '#shared/contract/views/record.ts';
import { updateDueTone, updateDueWords } from '#shared/domain/update-due.ts';
import { useTicking } from '../time/running-clock.tsx';
import styles from './desk-row.module.css';

/** When somebody is to hear next; it renders again when its own words change. */
export function DeskDue({ due }: { readonly due: UpdateDueViewT }) {
  const words = useTicking((now) => updateDueWords(due, now));
  const tone = useTicking((now) => updateDueTone(due, now));
  return (
    <span className={styles.due} data-tone={tone} data-tabular="">
      {words}
    </span>
  );
}
