import { useId } from 'react';
import { fromLocalField } from '../time/local-field.ts';
import styles from './declare-sheet.module.css';

export type Past = {
  /** As the fields hold them; empty while nothing was chosen. */
  readonly began: string;
  readonly resolved: string;
};

export const NO_PAST: Past = { began: '', resolved: '' };

/** What an incident that is over is declared with; null while it is not known when it ended. */
export function pastOf({ began, resolved }: Past) {
  const [from, to] = [fromLocalField(began), fromLocalField(resolved)];
  if (to === null) return null;
  return { resolved: to, ...(from === null ? {} : { began: from }) };
}

export type PastFieldsProps = { readonly past: Past; readonly onChange: (past: Past) => void };

/** When it was, for an incident that is over already. */
export function PastFields({ past, onChange }: PastFieldsProps) {
  const id = useId();
  const field = (name: keyof Past, label: string) => (
    <div className={styles.time}>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        type="datetime-local"
        value={past[name]}
        onChange={(event) => onChange({ ...past, [name]: event.target.value })}
      />
    </div>
  );
  return (
    <div className={styles.past}>
      {field('began', 'Began (if known)')}
      {field('resolved', 'Ended')}
    </div>
  );
}
