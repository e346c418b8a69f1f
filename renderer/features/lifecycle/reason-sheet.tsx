import { type FormEvent, useState } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import type { Status } from '../../state/state.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import styles from './sheets.module.css';

export type ReasonSheetProps = {
  readonly incident: IncidentViewT;
  readonly status: Status;
  readonly onClose: () => void;
};

const WORDS: { readonly [S in Status]?: readonly [deed: string, told: string, about: string] } = {
  paused: ['Pause', 'Paused', 'Its clocks stand still until somebody goes on.'],
  declined: ['Decline', 'Declined', 'It was none. It stays in the record.'],
  investigating: ['Reopen', 'Reopened', 'Its clock goes on, as Investigating.'],
};
const OTHER = ['Set status of', 'Status set', ''] as const;

/** Sets a status that people ask about afterwards: why stays optional, and is asked for here. */
export function ReasonSheet({ incident, status, onClose }: ReasonSheetProps) {
  const { store } = useDesktop();
  const [reason, setReason] = useState('');
  const { problem, submit, isBusy } = useSubmit();
  const [deed, told, about] = WORDS[status] ?? OTHER;
  const set = async (event: FormEvent) => {
    event.preventDefault();
    const { id, status: before } = incident;
    const { perform, change } = store.getState();
    const done = await submit(() =>
      perform({
        words: told,
        run: () =>
          change('incident.set-status', {
            incident: id,
            status,
            ...(reason.trim() === '' ? {} : { reason }),
          }),
        undo: () => change('incident.set-status', { incident: id, status: before as Status }),
      }),
    );
    if (done !== null) onClose();
  };
  return (
    <Sheet title={`${deed} the incident`} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void set(event)} noValidate>
        <p className={styles.about}>{about}</p>
        <TextField label="Why?" value={reason} onChange={setReason} problem={problem} autoFocus />
        <div className={styles.end}>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" isDisabled={isBusy}>
            {deed}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
