import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import { useTicking } from '../time/running-clock.tsx';
import { fromNow } from '../time/span.ts';
import styles from './status.module.css';

export type EarlyResolveProps = {
  readonly incident: IncidentId;
  /** When the soak ends. */
  readonly until: number;
  readonly onClose: () => void;
};

/** The soak is not over yet: why is it resolved now? */
export function EarlyResolve({ incident, until, onClose }: EarlyResolveProps) {
  const { store } = useDesktop();
  const [reason, setReason] = useState('');
  const { problem, isBusy, submit } = useSubmit();
  const ends = useTicking((now) => fromNow(until, now));
  const resolve = async (event: FormEvent) => {
    event.preventDefault();
    const input = { incident, status: 'resolved', reason } as const;
    const done = await submit(() => store.getState().change('incident.set-status', input));
    if (done !== null) onClose();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <form
      className={styles.early}
      onSubmit={(event) => void resolve(event)}
      onKeyDown={pressed}
      aria-label="Resolve before the soak ends"
      noValidate
    >
      <TextField
        label={`The soak ends ${ends}. Why resolve now?`}
        autoFocus
        value={reason}
        onChange={setReason}
        problem={problem}
      />
      <Button look="primary" type="submit" isDisabled={isBusy}>
        Resolve now
      </Button>
      <Button look="quiet" onPress={onClose}>
        Keep watching
      </Button>
    </form>
  );
}
