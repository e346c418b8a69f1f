import type { SettingsViewT } from '#shared/contract/views.ts';
import type { TokenKeeping } from '#shared/domain/token-keeping.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectSync } from '../../state/sync.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSubmit } from '../submit.ts';
import { Announcements } from './announcements.tsx';
import styles from './settings.module.css';
import { SlackSignIn } from './slack-sign-in.tsx';
import { SlackToken } from './slack-token.tsx';

const KEEPING: Record<TokenKeeping, string> = {
  keychain: 'Kept in the keychain of this computer.',
  session: 'Kept until you quit; this computer offers no keychain to Quarterdeck here.',
  'open-keychain':
    'Kept until you quit, and not written down: the only keychain here opens for every program. To stay signed in, set up GNOME Keyring or KWallet, then start Quarterdeck again.',
};

type SlackWays = Pick<SettingsViewT, 'signIn' | 'tokenKeeping'>;

export function SlackUnconnected(ways: SlackWays) {
  return (
    <>
      <p>
        Quarterdeck works alone on this computer. With Slack, your team sees each incident in a
        channel of its own, and your desktops stay in step.
      </p>
      <Ways {...ways} />
    </>
  );
}

/** How to get to Slack. */
function Ways({ signIn, tokenKeeping }: SlackWays) {
  return (
    <>
      <SlackSignIn signIn={signIn} />
      <SlackToken />
      <p className={styles.keeping}>{KEEPING[tokenKeeping]}</p>
    </>
  );
}

export type SlackConnectedProps = SlackWays & {
  readonly slack: NonNullable<SettingsViewT['slack']>;
};

export function SlackConnected({ slack, ...ways }: SlackConnectedProps) {
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
        <dt>Sign-in</dt>
        <dd>{KEEPING[ways.tokenKeeping]}</dd>
      </dl>
      {refused !== null && (
        <>
          <Notice problem={refused} role="note" />
          <Ways {...ways} />
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
