import { type FormEvent, useState } from 'react';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import styles from './settings.module.css';

/** What the person is called while no Slack says it. */
export function MyName({ name }: { readonly name: string }) {
  const { store } = useDesktop();
  const [text, setText] = useState(name);
  const { problem, submit, isBusy } = useSubmit();
  const save = (event: FormEvent) => {
    event.preventDefault();
    void submit(() => store.getState().renameMe(text));
  };
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <TextField label="Your name" value={text} onChange={setText} problem={problem} />
      <Button type="submit" isDisabled={isBusy || text === name}>
        Save
      </Button>
      <p className={styles.hint}>It signs what you do from now on.</p>
    </form>
  );
}
