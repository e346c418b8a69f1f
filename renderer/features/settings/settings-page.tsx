import { type ReactNode, useRef } from 'react';
import type { ShellViewT } from '#shared/contract/views/shell.ts';
import type { SettingsViewT } from '#shared/contract/views.ts';
import { useDesk } from '../../state/desktop.tsx';
import { selectSettings, selectSettingsProblem } from '../../state/settings.ts';
import { Notice } from '../../ui/notice.tsx';
import { SyncStatus } from '../sync/sync-status.tsx';
import { Cadences } from './cadences.tsx';
import { CurationChoice } from './curation.tsx';
import { DensityChoice } from './density-choice.tsx';
import { FieldDefinitions } from './field-definitions.tsx';
import { FolderSettings } from './folder-settings.tsx';
import { GitHubSettings } from './github-settings.tsx';
import { HintRules } from './hint-rules.tsx';
import { MyName } from './my-name.tsx';
import { QuietHours } from './quiet-hours.tsx';
import { RoleTexts } from './role-texts.tsx';
import styles from './settings.module.css';
import { SettingsIndex } from './settings-index.tsx';
import { SeverityNames } from './severities.tsx';
import { ShortcutKeys } from './shortcuts.tsx';
import { SlackConnected, SlackUnconnected } from './slack-connection.tsx';
import { Templates } from './templates.tsx';

export default function SettingsPage() {
  const settings = useDesk(selectSettings);
  const problem = useDesk(selectSettingsProblem);
  const page = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.whole}>
      <div className={styles.page} ref={page}>
        <header className={styles.head}>
          <h1 className={styles.title}>Settings</h1>
          <SyncStatus />
        </header>
        {problem !== null && problem.code !== 'engine_stopped' && <Notice problem={problem} />}
        {settings !== null && <Sections settings={settings} />}
      </div>
      <SettingsIndex within={page} />
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
      <Section id="severities" title="Severities">
        <SeverityNames severities={settings.severities} />
      </Section>
      <Section id="roles" title="Roles">
        <RoleTexts roles={settings.roles} />
      </Section>
      <Section id="cadences" title="Updates">
        <Cadences cadences={settings.cadences} />
      </Section>
      <Section id="quiet" title="Quiet hours">
        <QuietHours hours={settings.quietHours} />
      </Section>
      <Section id="shortcuts" title="Shortcuts">
        <ShortcutKeys shortcuts={settings.shortcuts} shell={settings.shell} />
      </Section>
      <Section id="density" title="Density">
        <DensityChoice density={settings.density} />
      </Section>
      <Section id="curation" title="Pins and reactions">
        <CurationChoice curation={settings.curation} />
      </Section>
      <Section id="templates" title="Post-mortem templates">
        <Templates templates={settings.templates} />
      </Section>
      <Section id="writing" title="Blameless writing">
        <HintRules rules={settings.hintRules} />
      </Section>
      <Section id="fields" title="Fields">
        <FieldDefinitions fields={settings.fields} />
      </Section>
      <Section id="folder" title="Folder of incidents">
        <FolderSettings key={settings.folder.path} folder={settings.folder} />
      </Section>
      <Section id="github" title="GitHub">
        <GitHubSettings key={settings.gitHub.repository} gitHub={settings.gitHub} />
      </Section>
      <section className={styles.section} aria-labelledby="settings-computer">
        <h2 id="settings-computer">This computer</h2>
        <dl className={styles.facts}>
          <dt>Data folder</dt>
          <dd className={styles.path}>
            <bdi>{settings.profile}</bdi>
          </dd>
          <dt>Version</dt>
          <dd>{settings.version}</dd>
          <dt>Notifications</dt>
          <dd>{tellsBy(settings.shell)}</dd>
          <dt>Closing</dt>
          <dd>{closingOf(settings.shell)}</dd>
        </dl>
      </section>
      <Section id="diagnostics" title="Diagnostics">
        <p>
          Versions, connection and what the sync did lately, in numbers, and the one file to give to
          whoever helps you. <a href="#/diagnostics">Open diagnostics</a>
        </p>
      </Section>
    </>
  );
}

/** Where what is to be told is told. */
function tellsBy({ kind, hasNotifications }: ShellViewT): string {
  if (hasNotifications) return 'The system shows them, and keeps them back as you told it to.';
  return kind === 'browser'
    ? 'A tab shows none: what concerns you is told at its top.'
    : 'This desktop shows none: what concerns you is told at the top of the window.';
}

/** What becomes of Quarterdeck when its last window is closed. */
function closingOf({ kind, isMac, hasTray }: ShellViewT): string {
  if (kind === 'browser') return 'Quarterdeck goes on in its terminal when you close the tab.';
  if (isMac) return 'Quarterdeck goes on when you close its window: it stays in the Dock.';
  return hasTray
    ? 'Quarterdeck goes on in the tray when you close its window.'
    : 'This desktop shows no tray: closing the last window quits.';
}

type SectionProps = {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
};

function Section({ id, title, children }: SectionProps) {
  return (
    <section className={styles.section} aria-labelledby={`settings-${id}`}>
      <h2 id={`settings-${id}`}>{title}</h2>
      {children}
    </section>
  );
}
