import { useDesktop } from '../../state/desktop.tsx';
import { Picker } from '../../ui/picker.tsx';
import { useTicking } from '../time/running-clock.tsx';
import { fromNow, NO_TIME, spanChoices, spanEnd } from '../time/span.ts';
import styles from './actions.module.css';

export type CheckBackProps = {
  /** When to ask how it goes, or null. */
  readonly at: number | null;
  readonly onChoose: (at: number | null) => void;
};

const CHOICES = [...spanChoices([5, 10, 20, 30, 60]), { key: NO_TIME, name: 'Not at all' }];

/** "I'll come back to you in ten minutes." */
export function CheckBack({ at, onChoose }: CheckBackProps) {
  const { clock } = useDesktop();
  const words = useTicking((now) =>
    at === null ? 'Check back' : at <= now ? 'Check back now' : `Check ${fromNow(at, now)}`,
  );
  const isDue = useTicking((now) => String(at !== null && at <= now));
  return (
    <span className={isDue === 'true' ? styles.due : ''}>
      <Picker
        label="Check back"
        look="value"
        choices={CHOICES}
        chosen=""
        unlisted={words}
        isPrompt={at === null}
        onChoose={(key) => onChoose(spanEnd(key, clock.now()))}
      />
    </span>
  );
}
