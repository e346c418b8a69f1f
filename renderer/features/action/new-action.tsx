import type { FormEvent } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDraft } from '../draft.ts';
import { useSubmit } from '../submit.ts';
import { asksAnybody } from './action-shape.ts';
import styles from './actions.module.css';

export function NewAction({ incident }: { readonly incident: IncidentId }) {
  const { store } = useDesktop();
  const [text, setText] = useDraft(`action ${incident}`);
  const { problem, isBusy, submit } = useSubmit();
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const added = await submit(() => store.getState().addAction(incident, text));
    if (added !== null) setText('');
  };
  return (
    <form className={styles.new} onSubmit={(event) => void add(event)} noValidate>
      <TextField
        label="New action"
        isLabelHidden
        placeholder="New action"
        shortcut="new-action"
        value={text}
        onChange={setText}
        problem={problem}
      />
      <Button type="submit" isDisabled={isBusy}>
        Add action
      </Button>
      {asksAnybody(text) && <p className={styles.hint}>Name one person: nobody is “someone”.</p>}
    </form>
  );
}
