import { useEffect, useState } from 'react';
import type { DiagnosticsViewT } from '#shared/contract/views/diagnostics.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSubmit } from '../submit.ts';
import styles from './settings.module.css';

/** How this desktop fares, for whoever has to find out why something is odd. */
export function Diagnostics() {
  const { store, clipboard } = useDesktop();
  const [found, setFound] = useState<DiagnosticsViewT | null>(null);
  const [isCopied, setCopied] = useState(false);
  const { problem, submit } = useSubmit();
  useEffect(() => {
    void submit(() => store.getState().ask('diagnostics', {})).then(setFound);
  }, [submit, store]);
  if (problem !== null) return <Notice problem={problem} />;
  if (found === null) return <p>Looking</p>;
  const copy = async () => setCopied(await clipboard.write(JSON.stringify(found, null, 2)));
  return (
    <>
      <p>In numbers alone: no token, and nothing that people wrote. It can be sent to somebody.</p>
      <dl className={styles.facts}>
        {factsOf(found).map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Button onPress={() => void copy()}>{isCopied ? 'Copied' : 'Copy diagnostics'}</Button>
      </div>
    </>
  );
}

function factsOf(found: DiagnosticsViewT): readonly (readonly [string, string])[] {
  const { versions, outbox, clockOffset, quarantine, desktops, calls, channels } = found;
  const waiting = outbox.queued + outbox.sending + outbox.unknown;
  const refused = quarantine.reduce((sum, { count }) => sum + count, 0);
  const lately = calls.reduce((sum, { lastMinute }) => sum + lastMinute, 0);
  const limited = calls.reduce((sum, one) => sum + one.limited, 0);
  return [
    ['Schema', `${versions.schema}, changes in version ${versions.op}`],
    ['Device', found.device],
    ['Slack’s clock', `${Math.round(clockOffset / 1_000)} s ahead`],
    ['Waiting', `${waiting}, held back ${outbox.parked}, to be proved ${outbox.unproved}`],
    ['Not understood', String(refused)],
    ['Desktops lately', String(desktops)],
    ['Calls of the last minute', `${lately}, refused for their number ${limited}`],
    ['Channels', String(channels.length)],
  ];
}
