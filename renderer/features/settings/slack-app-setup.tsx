import { useState } from 'react';
import { manifestText, newAppAddress } from '#shared/domain/slack-app.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './settings.module.css';

/** How a workspace comes to its Slack app, once for everybody in it. */
export function SlackAppSetup() {
  const { clipboard } = useDesktop();
  const [said, setSaid] = useState('');
  const copy = async () => {
    setSaid((await clipboard.write(manifestText())) ? 'Copied' : 'Not copied. Use the link above.');
  };
  return (
    <div className={styles.setup}>
      <p>One Slack app serves your whole workspace. Ask your team for its client ID, or make it:</p>
      <ol>
        <li>
          <a
            className={styles.link}
            href={newAppAddress()}
            target="_blank"
            rel="noopener noreferrer"
          >
            Make the Slack app
          </a>
          : Slack fills everything in. Or{' '}
          <Button look="quiet" className={styles.inline ?? ''} onPress={() => void copy()}>
            copy its manifest
          </Button>{' '}
          and paste it there. <span role="status">{said}</span>
        </li>
        <li>Copy its Client ID from Basic Information, and enter it above.</li>
      </ol>
    </div>
  );
}
