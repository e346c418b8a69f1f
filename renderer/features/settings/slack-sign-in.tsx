import { type FormEvent, useState } from 'react';
import type { SettingsViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import styles from './settings.module.css';
import { SlackAppSetup } from './slack-app-setup.tsx';

type SignInView = SettingsViewT['signIn'];

/** The main way to Slack: its own page in the browser, where the person says yes. */
export function SlackSignIn({ signIn }: { readonly signIn: SignInView }) {
  if (signIn.state === 'waiting') return <Waiting url={signIn.url ?? ''} />;
  if (signIn.state === 'finishing') return <p role="status">Finishing the sign-in with Slack.</p>;
  return <Begin key={signIn.clientId ?? ''} signIn={signIn} />;
}

function Begin({ signIn }: { readonly signIn: SignInView }) {
  const { store } = useDesktop();
  const { clientId, isClientIdGiven } = signIn;
  const [typed, setTyped] = useState(clientId ?? '');
  const [isEdited, setEdited] = useState(clientId === null);
  const { problem, submit, isBusy } = useSubmit();
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    const asked = isEdited ? { clientId: typed } : {};
    const begun = await submit(() => store.getState().change('slack.sign-in', asked));
    // In Electron this is the system's browser too: the window itself never leaves the page.
    if (begun !== null) window.open(begun.url, '_blank', 'noopener,noreferrer');
  };
  return (
    <form className={styles.signIn} onSubmit={(event) => void begin(event)} noValidate>
      {signIn.problem !== null && <Notice problem={signIn.problem} />}
      {isEdited ? (
        <div className={styles.form}>
          <TextField
            label="Client ID of your Slack app"
            placeholder="1234567890.1234567890123"
            value={typed}
            onChange={setTyped}
            problem={problem}
          />
          <SignInButton isBusy={isBusy} />
        </div>
      ) : (
        <>
          {problem !== null && <Notice problem={problem} />}
          <div className={styles.row}>
            <SignInButton isBusy={isBusy} />
            {!isClientIdGiven && (
              <Button look="quiet" onPress={() => setEdited(true)}>
                Use another Slack app
              </Button>
            )}
          </div>
        </>
      )}
      {isEdited && <SlackAppSetup />}
    </form>
  );
}

function SignInButton({ isBusy }: { readonly isBusy: boolean }) {
  return (
    <Button look="primary" type="submit" isDisabled={isBusy}>
      Sign in with Slack
    </Button>
  );
}

/** Somebody is at Slack's page; it may have been closed, or never opened. */
function Waiting({ url }: { readonly url: string }) {
  const { store } = useDesktop();
  const { problem, submit, isBusy } = useSubmit();
  return (
    <div className={styles.signIn}>
      <p role="status">Waiting for you at Slack: allow Quarterdeck on its page in your browser.</p>
      {problem !== null && <Notice problem={problem} />}
      <div className={styles.row}>
        <a className={styles.link} href={url} target="_blank" rel="noopener noreferrer">
          Open Slack’s page again
        </a>
        <Button
          look="quiet"
          isDisabled={isBusy}
          onPress={() => void submit(() => store.getState().change('slack.sign-in-cancel', {}))}
        >
          Cancel
        </Button>
      </div>
    </div>
  );
}
