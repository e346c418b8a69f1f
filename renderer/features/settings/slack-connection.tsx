import { type FormEvent, useState } from 'react';
import type { SettingsViewT } from '#shared/contract/views.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectSync } from '../../state/sync.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import { Announcements } from './announcements.tsx';
import styles from './settings.module.css';

type TokenKeeping = SettingsViewT['tokenKeeping'];

const KEEPING: Record<TokenKeeping, string> = {
  keychain: 'Kept in the keychain of this computer.',
  session: 'Kept until you quit; this computer offers no keychain to Quarterdeck here.',
};

export function SlackUnconnected({ tokenKeeping }: { readonly tokenKeeping: TokenKeeping }) {
  return (
    <>
      <p>
        Quarterdeck works alone on this computer. With Slack, your team sees each incident in a
        channel of its own, and your desktops stay in step.
      </p>
      <TokenForm tokenKeeping={tokenKeeping} />
    </>
  );
}

export type SlackConnectedProps = {
  readonly slack: NonNullable<SettingsViewT['slack']>;
  readonly tokenKeeping: TokenKeeping;
};

export function SlackConnected({ slack, tokenKeeping }: SlackConnectedProps) {
  const { store } = useDesktop();
  const sync = useDesk(selectSync);
  const { problem, submit, isBusy } = useSubmit();
  const refused = sync?.state === 'refused' ? sync.problem : null;
  return (
    <>
      <dl className={styles.facts}>
        <dt>Workspace</dt>
        <dd>
          <bdi>{slack.team}</bdi>
        </dd>
        <dt>You</dt>
        <dd>
          <bdi>{slack.user}</bdi>
        </dd>
        <dt>Announcements</dt>
        <dd>
          <bdi>#{slack.announcements.name}</bdi>
        </dd>
        <dt>Token</dt>
        <dd>{KEEPING[tokenKeeping]}</dd>
      </dl>
      {refused !== null && (
        <>
          <Notice problem={refused} role="note" />
          <TokenForm tokenKeeping={tokenKeeping} />
        </>
      )}
      <Announcements key={slack.announcements.name} announcements={slack.announcements} />
      {problem !== null && <Notice problem={problem} />}
      <div>
        <Button
          isDisabled={isBusy}
          onPress={() => void submit(() => store.getState().disconnectSlack())}
        >
          Disconnect
        </Button>
      </div>
    </>
  );
}

function TokenForm({ tokenKeeping }: { readonly tokenKeeping: TokenKeeping }) {
  const { store } = useDesktop();
  const [token, setToken] = useState('');
  const { problem, submit, isBusy } = useSubmit();
  const connect = async (event: FormEvent) => {
    event.preventDefault();
    const connected = await submit(() => store.getState().connectSlack(token));
    if (connected !== null) setToken('');
  };
  return (
    <form className={styles.form} onSubmit={(event) => void connect(event)} noValidate>
      <TextField
        label="Slack token"
        isSecret
        placeholder="xoxp-… or xoxb-…"
        value={token}
        onChange={setToken}
        problem={problem}
      />
      <Button look="primary" type="submit" isDisabled={isBusy}>
        {isBusy ? 'Connecting' : 'Connect'}
      </Button>
      <p className={styles.hint}>{KEEPING[tokenKeeping]}</p>
    </form>
  );
}
