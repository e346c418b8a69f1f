import { type FormEvent, useState } from 'react';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import styles from './settings.module.css';

/** The other way to Slack: a token that somebody copied from the app's own page. */
export function SlackToken() {
  const { store } = useDesktop();
  const [token, setToken] = useState('');
  const { problem, submit, isBusy } = useSubmit();
  const connect = async (event: FormEvent) => {
    event.preventDefault();
    const connected = await submit(() => store.getState().connectSlack(token));
    if (connected !== null) setToken('');
  };
  return (
    <>
      <h3 className={styles.other}>Or paste a token</h3>
      <form className={styles.form} onSubmit={(event) => void connect(event)} noValidate>
        <TextField
          label="Slack token"
          isSecret
          placeholder="xoxp-… or xoxb-…"
          value={token}
          onChange={setToken}
          problem={problem}
        />
        <Button type="submit" isDisabled={isBusy}>
          {isBusy ? 'Connecting' : 'Connect'}
        </Button>
        <p className={styles.hint}>A person’s own, or a bot’s that the whole team shares.</p>
      </form>
    </>
  );
}
