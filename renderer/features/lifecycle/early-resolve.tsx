import { type FormEvent, useState } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import { useTicking } from '../time/running-clock.tsx';
import { fromNow } from '../time/span.ts';
import styles from './sheets.module.css';

export type EarlyResolveProps = { readonly incident: IncidentViewT; readonly onClose: () => void };

/** The soak is not over yet: why is it resolved now? */
export function EarlyResolve({ incident, onClose }: EarlyResolveProps) {
  const { store } = useDesktop();
  const { until } = incident.soak ?? { until: 0 };
  const [reason, setReason] = useState('');
  const { problem, isBusy, submit } = useSubmit();
  const label = useTicking((now) =>
    now < until ? `The soak ends ${fromNow(until, now)}. Why resolve now?` : 'Why resolve now?',
  );
  const resolve = async (event: FormEvent) => {
    event.preventDefault();
    const why = reason.trim();
    const done = await submit(() => store.getState().chooseStatus('resolved', why));
    if (done !== null) onClose();
  };
  return (
    <Sheet title="Resolve before the soak ends" onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void resolve(event)} noValidate>
        <TextField label={label} autoFocus value={reason} onChange={setReason} problem={problem} />
        <div className={styles.end}>
          <Button look="quiet" onPress={onClose}>
            Keep watching
          </Button>
          <Button look="primary" type="submit" isDisabled={isBusy}>
            Resolve now
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
