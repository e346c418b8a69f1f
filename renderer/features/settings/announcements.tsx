import { type FormEvent, useState } from 'react';
import type { SettingsViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import styles from './settings.module.css';

export type AnnouncementsProps = {
  readonly announcements: NonNullable<SettingsViewT['slack']>['announcements'];
};

/** Where incidents are announced: what stands in the way of it, and another channel instead. */
export function Announcements({ announcements: { name, problem } }: AnnouncementsProps) {
  const { store } = useDesktop();
  const [typed, setTyped] = useState(name);
  const choice = useSubmit();
  const retry = useSubmit();
  const save = (event: FormEvent) => {
    event.preventDefault();
    void choice.submit(() => store.getState().announceIn(typed));
  };
  return (
    <>
      {problem !== null && (
        <Notice problem={retry.problem ?? problem} role="note">
          <Button
            isDisabled={retry.isBusy}
            onPress={() => void retry.submit(() => store.getState().retrySync(null))}
          >
            Retry
          </Button>
        </Notice>
      )}
      <form className={styles.form} onSubmit={save} noValidate>
        <TextField
          label="Announcements channel"
          value={typed}
          onChange={setTyped}
          problem={choice.problem}
        />
        <Button type="submit" isDisabled={choice.isBusy || typed === name}>
          Announce here
        </Button>
        <p className={styles.hint}>
          Incidents are announced there from now on. It is made if Slack has none of that name.
          Everybody on the team chooses the same one.
        </p>
      </form>
    </>
  );
}
