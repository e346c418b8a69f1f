import type { ReactNode } from 'react';
import styles from './full-page.module.css';

export type FullPageProps = {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
};

/** One thing to say, and nothing else to do here. */
export function FullPage({ title, text, children }: FullPageProps) {
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{text}</p>
      {children}
    </main>
  );
}
