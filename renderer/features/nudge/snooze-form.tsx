import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import styles from './snooze-form.module.css';

const SPANS = [
  { key: '10', name: '10 min' },
  { key: '20', name: '20 min' },
  { key: '30', name: '30 min' },
  { key: '60', name: '1 h' },
] as const;

export type SnoozeFormProps = {
  readonly incident: IncidentId;
  readonly nudge: NudgeViewT;
  readonly onClose: () => void;
};

/** For how long, and why: what the lead gives as a reason is a note of the timeline. */
export function SnoozeForm({ incident, nudge, onClose }: SnoozeFormProps) {
  const { store } = useDesktop();
  const [minutes, setMinutes] = useState<(typeof SPANS)[number]['key']>('10');
  const [reason, setReason] = useState('');
  const { problem, isBusy, submit } = useSubmit();
  const snooze = async (event: FormEvent) => {
    event.preventDefault();
    const { rule, subject } = nudge;
    const input = { incident, rule, subject, minutes: Number(minutes), reason };
    const done = await submit(() => store.getState().change('nudge.snooze', input));
    if (done !== null) onClose();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => void snooze(event)}
      onKeyDown={pressed}
      aria-label="Put the reminder off"
      noValidate
    >
      <Segments label="For how long" segments={SPANS} chosen={minutes} onChoose={setMinutes} />
      <TextField
        label="Why?"
        isLabelHidden
        placeholder="Why? (may stay empty)"
        autoFocus
        value={reason}
        onChange={setReason}
        problem={problem}
      />
      <Button type="submit" isDisabled={isBusy}>
        Put off
      </Button>
    </form>
  );
}
