import type { SettingsViewT } from '#shared/contract/views.ts';
import { useDesk } from '../../state/desktop.tsx';
import { selectSettings, selectSettingsProblem } from '../../state/settings.ts';
import { Notice } from '../../ui/notice.tsx';
import { SyncStatus } from '../sync/sync-status.tsx';
import { MyName } from './my-name.tsx';
import styles from './settings.module.css';
import { SlackConnected, SlackUnconnected } from './slack-connection.tsx';

export default function SettingsPage() {
  const settings = useDesk(selectSettings);
  const problem = useDesk(selectSettingsProblem);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>Settings</h1>
        <SyncStatus />
      </header>
      {problem !== null && problem.code !== 'engine_stopped' && <Notice problem={problem} />}
      {settings !== null && <Sections settings={settings} />}
    </div>
  );
}

function Sections({ settings }: { readonly settings: SettingsViewT }) {
  return (
    <>
      <section className={styles.section} aria-labelledby="settings-slack">
        <h2 id="settings-slack">Slack</h2>
        {settings.slack === null ? (
          <SlackUnconnected signIn={settings.signIn} tokenKeeping={settings.tokenKeeping} />
        ) : (
          <SlackConnected
            slack={settings.slack}
            signIn={settings.signIn}
            tokenKeeping={settings.tokenKeeping}
          />
        )}
      </section>
      {settings.slack === null && (
        <section className={styles.section} aria-labelledby="settings-me">
          <h2 id="settings-me">You</h2>
          <MyName key={settings.me.name} name={settings.me.name} />
        </section>
      )}
      <section className={styles.section} aria-labelledby="settings-computer">
        <h2 id="settings-computer">This computer</h2>
        <dl className={styles.facts}>
          <dt>Data folder</dt>
          <dd className={styles.path}>
            <bdi>{settings.profile}</bdi>
          </dd>
          <dt>Version</dt>
          <dd>{settings.version}</dd>
        </dl>
      </section>
    </>
  );
}
