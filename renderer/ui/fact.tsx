import type { ReactNode } from 'react';
import styles from './fact.module.css';

/** Facts under one another: names on one edge, values on another. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

export type FactProps = { readonly name: string; readonly children: ReactNode };

export function Fact({ name, children }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
