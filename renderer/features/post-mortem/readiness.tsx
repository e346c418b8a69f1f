import { Check, Circle } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import styles from './readiness.module.css';

export type ReadinessItem = {
  readonly id: string;
  readonly done: boolean;
  readonly text: string;
};

type Items = readonly ReadinessItem[];

/** How much of what should be so before people meet is so. */
export function ReadinessButton({ items, onPress }: { items: Items; onPress: () => void }) {
  if (items.length === 0) return null;
  const done = items.filter((item) => item.done).length;
  return (
    <Button look="quiet" onPress={onPress}>
      {done === items.length ? 'Ready for the debrief' : `Ready: ${done} of ${items.length}`}
    </Button>
  );
}

/** What should be so before people meet over it; each is done by itself as they do it. */
export function ReadinessList({ items }: { readonly items: Items }) {
  if (items.length === 0) return <p className={styles.nothing}>Nothing is missing.</p>;
  return (
    <ul className={styles.list} aria-label="Readiness">
      {items.map(({ id, done, text }) => (
        <li key={id} className={styles.item} data-done={done}>
          {done ? <Check {...ICON} /> : <Circle {...ICON} />}
          <span>
            {text}
            <span className={styles.said}>{done ? ' (done)' : ' (to do)'}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
