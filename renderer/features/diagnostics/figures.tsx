import type { ReactNode } from 'react';
import type { DiagnosticsViewT } from '#shared/contract/views/diagnostics.ts';
import { Moment } from '../time/moment.tsx';
import styles from './diagnostics.module.css';
import { duration, size } from './findings.ts';
import { outcomeWords, spanWords } from './span-words.ts';

type Shown = { readonly found: DiagnosticsViewT };

/** All figures, from what people ask about first to what only developers ask about. */
export function Figures({ found }: Shown) {
  return (
    <>
      <Part title="Connection">
        <Connection found={found} />
      </Part>
      <Part title="Waiting">
        <Waiting found={found} />
      </Part>
      <Part title="The last sync">
        <Rows
          names={['What', 'At', 'Took', 'Came to']}
          none="Nothing was synced since the start."
          rows={found.spans.map((span) => [
            spanWords(span),
            <Moment key="at" at={span.at} />,
            duration(span.ms),
            outcomeWords(span),
          ])}
        />
      </Part>
      <Part title="Calls to Slack">
        <Rows
          names={['Method', 'Last minute', 'Since the start', 'Asked to wait']}
          none="No calls since the start."
          rows={found.calls.map((call) => [
            <code key="method">{call.method}</code>,
            String(call.lastMinute),
            call.total.toLocaleString('en'),
            String(call.limited),
          ])}
        />
      </Part>
      <Part title="Slow statements">
        <Rows
          names={['Statement', 'Times', 'Longest', 'Last at']}
          none="None took longer than 40 ms since the start."
          rows={found.slow.map((slow) => [
            <code key="sql">{slow.sql}</code>,
            String(slow.times),
            duration(slow.longest),
            <Moment key="at" at={slow.lastAt} />,
          ])}
        />
      </Part>
      <Part title="This computer">
        <Computer found={found} />
      </Part>
    </>
  );
}

function Connection({ found }: Shown) {
  const { connection, clockOffset, budget, desktops, carrier, tokenKeeping } = found;
  const off = Math.abs(clockOffset);
  return (
    <Facts
      facts={[
        ['So since', <Moment key="since" at={connection.since} />],
        [
          'Next try',
          connection.nextTryAt === null ? (
            'none due'
          ) : (
            <Moment key="try" at={connection.nextTryAt} />
          ),
        ],
        [
          'Slack’s clock',
          off < 1_000 ? 'as here' : `${duration(off)} ${clockOffset > 0 ? 'ahead' : 'behind'}`,
        ],
        ['Desktops lately', String(desktops)],
        ['Reads a minute', budget === null ? 'none' : `up to ${Math.floor(budget.perMinute)}`],
        [
          'Incident on screen',
          budget === null ? 'not read' : `read every ${duration(budget.onScreenEvery)}`,
        ],
        ['Changes travel in', carrier === null ? 'not connected' : CARRIERS[carrier.kind]],
        ['Sign-in is kept', tokenKeeping === 'keychain' ? 'by the keychain' : 'until you quit'],
      ]}
    />
  );
}

const CARRIERS = {
  metadata: 'the metadata of messages',
  blocks: 'the blocks of messages',
} as const;

function Waiting({ found: { outbox, quarantine } }: Shown) {
  const aside = quarantine.map(({ reason, count }) => `${reason} ${count}`).join(', ');
  return (
    <Facts
      facts={[
        ['To be sent', String(outbox.queued + outbox.sending)],
        ['No answer yet', String(outbox.unknown)],
        ['Held back', String(outbox.parked)],
        ['From a file', `${outbox.held} for who made them to send`],
        ['To be proved', String(outbox.unproved)],
        ['To be removed', String(outbox.spare)],
        ['Not understood', aside === '' ? 'none' : aside],
      ]}
    />
  );
}

function Computer({ found: { versions, files, device, startedAt, channels } }: Shown) {
  const backedUpAt = files.newestBackupAt;
  return (
    <Facts
      facts={[
        ['Quarterdeck', versions.quarterdeck],
        ['Started', <Moment key="started" at={startedAt} />],
        ...versions.runtime.map(({ name, version }) => [titled(name), version] as const),
        ['SQLite', versions.sqlite],
        ['Schema', `${versions.schema}, changes in version ${versions.op}`],
        ['Device', device],
        ['Channels', String(channels.length)],
        ['Database', `${size(files.database)}, being written ${size(files.wal)}`],
        ['Journal', size(files.journal)],
        [
          'Backups',
          backedUpAt === null ? (
            'none'
          ) : (
            <span key="backups">
              {files.backups}, the newest at <Moment at={backedUpAt} />
            </span>
          ),
        ],
        ['Log', size(files.log)],
      ]}
    />
  );
}

const titled = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = `diagnostics-${title.toLowerCase().replace(/\s+/g, '-')}`;
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type RowsProps = {
  readonly names: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  /** What is said where there are none. */
  readonly none: string;
};

function Rows({ names, rows, none }: RowsProps) {
  if (rows.length === 0) return <p className={styles.none}>{none}</p>;
  return (
    <table className={styles.rows}>
      <thead>
        <tr>
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are drawn anew together
          <tr key={row}>
            {cells.map((cell, column) => (
              <td key={names[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
