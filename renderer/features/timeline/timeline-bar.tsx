import { Clock, EyeOff } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { TimelineFilter } from '../../state/timeline-shape.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { type Segment, Segments } from '../../ui/segments.tsx';
import { fromLocalField, toLocalField } from '../time/local-field.ts';
import styles from './timeline-bar.module.css';

export type TimelineBarProps = {
  readonly filter: TimelineFilter;
  readonly onFilter: (filter: TimelineFilter) => void;
  /** The time that is in sight, to begin with. */
  readonly timeInSight: () => number;
  readonly onGo: (at: number) => void;
};

const SHOWN: readonly Segment<TimelineFilter['show']>[] = [
  { key: 'all', name: 'All', about: 'Everything that happened' },
  { key: 'key', name: 'Key', about: 'What was marked' },
  { key: 'suggested', name: 'Suggested', about: 'Messages in Slack that may belong here' },
];

/** Which lines are shown, and from when. */
export function TimelineBar({ filter, onFilter, timeInSight, onGo }: TimelineBarProps) {
  return (
    <div className={styles.bar}>
      <span className={styles.filters}>
        <Segments
          label="Show"
          segments={SHOWN}
          chosen={filter.show}
          onChoose={(show) => onFilter({ ...filter, show })}
        />
      </span>
      <button
        type="button"
        className={styles.filter}
        aria-pressed={filter.hidden}
        onClick={() => onFilter({ ...filter, hidden: !filter.hidden })}
      >
        <EyeOff {...ICON} size={14} /> Hidden
      </button>
      <GoToTime timeInSight={timeInSight} onGo={onGo} />
    </div>
  );
}

function GoToTime({ timeInSight, onGo }: Pick<TimelineBarProps, 'timeInSight' | 'onGo'>) {
  const [value, setValue] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const go = () => {
    const at = fromLocalField(value ?? '');
    setValue(null);
    if (at !== null) onGo(at);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Enter') return go();
    setValue(null);
    // It is there again once the field is gone.
    requestAnimationFrame(() => button.current?.focus());
  };
  if (value === null) {
    return (
      <button
        ref={button}
        type="button"
        className={`${styles.filter} ${styles.go}`}
        data-shortcut="go-to-time"
        title="Go to a time (G)"
        onClick={() => setValue(toLocalField(timeInSight()))}
      >
        <Clock {...ICON} size={14} /> Go to time
      </button>
    );
  }
  return (
    <span className={`${styles.field} ${styles.go}`}>
      <input
        type="datetime-local"
        aria-label="Time to go to"
        // biome-ignore lint/a11y/noAutofocus: opened by the person who is about to type in it
        autoFocus
        className={styles.time}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={pressed}
      />
      <Button onPress={go}>Go</Button>
    </span>
  );
}
