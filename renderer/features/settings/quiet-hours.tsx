import { useRef, useState } from 'react';
import type { SettingsViewT } from '#shared/contract/views.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Problem } from '../../ui/problem.ts';
import { Switch } from '../../ui/toggle.tsx';
import { useChange } from '../change.ts';
import styles from './settings.module.css';

type Hours = SettingsViewT['quietHours'];

/** When the person at this desktop is left alone with what can wait. */
export function QuietHours({ hours }: { readonly hours: Hours }) {
  const change = useChange();
  const [chosen, setChosen] = useState(hours);
  const [problem, setProblem] = useState<Problem | null>(null);
  // One part may be set while another is being saved.
  const latest = useRef(hours);
  const set = async (part: Partial<Hours>) => {
    latest.current = { ...latest.current, ...part };
    setChosen(latest.current);
    setProblem(await change('desktop.set-quiet-hours', { hours: latest.current }));
  };
  const time = (part: 'from' | 'to', label: string) => (
    <label className={styles.minutes}>
      {label}
      <input
        type="time"
        required
        value={clockOf(chosen[part])}
        onChange={({ target: { value } }) => {
          // Half a time that is being typed is no time yet.
          if (value !== '') void set({ [part]: minutesOf(value) });
        }}
      />
    </label>
  );
  return (
    <>
      <p>
        Reminders about post-mortems and follow-ups wait until it is over. What an incident needs
        now is told at any hour.
      </p>
      <div className={styles.quiet}>
        {time('from', 'Quiet from')}
        {time('to', 'to')}
        <Switch isOn={chosen.weekends} onChange={(weekends) => void set({ weekends })}>
          Quiet at weekends
        </Switch>
      </div>
      {problem !== null && <Notice problem={problem} />}
    </>
  );
}

/** `09:05`, as a field for times has it. */
const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
