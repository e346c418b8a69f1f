import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { ICON } from './icon.ts';
import styles from './line.module.css';

export type LineProps = {
  readonly icon: LucideIcon;
  /** What kind of line it is, for screen readers. */
  readonly name: string;
  readonly children: ReactNode;
};

/** One quiet line that says something and what to press. */
export function Line({ icon: Icon, name, children }: LineProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend of its own
    <div className={styles.line} role="group" aria-label={name}>
      <Icon {...ICON} className={styles.icon} />
      {children}
    </div>
  );
}
