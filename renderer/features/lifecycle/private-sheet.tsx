import { type FormEvent, useState } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Checkbox } from '../../ui/toggle.tsx';
import { useSubmit } from '../submit.ts';
import styles from './sheets.module.css';

export type PrivateSheetProps = { readonly incident: IncidentViewT; readonly onClose: () => void };

/** No app can close a channel that is open: a person does it in Slack, and says so. */
export function PrivateSheet({ incident, onClose }: PrivateSheetProps) {
  const { store } = useDesktop();
  const { problem, submit, isBusy } = useSubmit();
  const [channelIsPrivate, setDone] = useState(false);
  const { id, channel } = incident;
  const hide = async (event: FormEvent) => {
    event.preventDefault();
    const { perform, change } = store.getState();
    const set = (isPrivate: boolean) =>
      change('incident.set-private', { incident: id, private: isPrivate, channelIsPrivate });
    const done = await submit(() =>
      perform({ words: 'Private', run: () => set(true), undo: () => set(false) }),
    );
    if (done !== null) onClose();
  };
  return (
    <Sheet title="Make the incident private" onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void hide(event)}>
        <p className={styles.about}>
          Everybody can read <bdi>#{channel?.name ?? ''}</bdi>, and only a person can change that.
          In Slack, open the channel’s settings and change it to a private channel.
        </p>
        <Checkbox isOn={channelIsPrivate} onChange={setDone}>
          The channel is private now
        </Checkbox>
        {problem !== null && <Notice problem={problem} />}
        <div className={styles.end}>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" isDisabled={isBusy}>
            Make private
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
