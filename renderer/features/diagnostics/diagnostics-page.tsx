import { useCallback, useEffect, useState } from 'react';
import type { DiagnosticsViewT } from '#shared/contract/views/diagnostics.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSubmit } from '../submit.ts';
import { SyncStatus } from '../sync/sync-status.tsx';
import styles from './diagnostics.module.css';
import { DiagnosticsFile } from './diagnostics-file.tsx';
import { Figures } from './figures.tsx';
import { type Finding, findingsOf } from './findings.ts';

/** How this desktop fares, for whoever has to find out why something is odd. */
export default function DiagnosticsPage() {
  const { store } = useDesktop();
  const [found, setFound] = useState<DiagnosticsViewT | null>(null);
  const [isSaving, setSaving] = useState(false);
  const { problem, submit, isBusy } = useSubmit();
  const look = useCallback(async () => {
    const seen = await submit(() => store.getState().ask('diagnostics', {}));
    if (seen !== null) setFound(seen);
  }, [submit, store]);
  useEffect(() => void look(), [look]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>Diagnostics</h1>
        <SyncStatus />
        <Button isDisabled={isBusy} onPress={() => void look()}>
          Look again
        </Button>
        <Button look="primary" onPress={() => setSaving(true)}>
          Save diagnostics file
        </Button>
      </header>
      {problem !== null && problem.code !== 'engine_stopped' && <Notice problem={problem} />}
      {found !== null && (
        <>
          <Findings findings={findingsOf(found)} />
          <Figures found={found} />
        </>
      )}
      {isSaving && <DiagnosticsFile onClose={() => setSaving(false)} />}
    </div>
  );
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <section className={styles.findings} aria-label="What stands out">
      {findings.length === 0 && <p>Nothing stands out.</p>}
      <ul>
        {findings.map(({ words, way }) => (
          <li key={words}>
            {words} {way !== null && <a href={way.to}>{way.name}</a>}
          </li>
        ))}
      </ul>
    </section>
  );
}
