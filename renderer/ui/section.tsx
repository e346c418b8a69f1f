import type { ReactNode } from 'react';
import styles from './section.module.css';

export type SectionProps = {
  readonly title: string;
  /** How many, or how it stands, in a word or two. */
  readonly note?: string | null;
  /** What is pressed to add to it. */
  readonly deed?: ReactNode;
  /** Nothing where it is empty: then the section is one line. */
  readonly children?: ReactNode;
};

/** One part of a column. */
export function Section({ title, note = null, deed, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {note !== null && <span className={styles.note}>{note}</span>}
        {deed !== undefined && <div className={styles.deed}>{deed}</div>}
      </div>
      {children}
    </section>
  );
}
