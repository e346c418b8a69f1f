import { useEffect, useState } from 'react';
import type { EntryVersionT, TimelineItemT } from '#shared/contract/views.ts';
import { harmless } from '#shared/text/harmless.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { wholeTime } from '../time/moment.tsx';
import styles from './entry-details.module.css';

/** All that is known of a line: when, by whom, and every text it had. */
export function EntryDetails({ item }: { readonly item: TimelineItemT }) {
  const versions = useTexts(item);
  return (
    <dl className={styles.details}>
      <Fact name={item.kind === 'note' ? 'Happened' : 'When'}>{wholeTime(item.at)}</Fact>
      {item.kind === 'note' && item.writtenAt !== item.at && (
        <Fact name={item.slack === null ? 'Written' : 'Added'}>{wholeTime(item.writtenAt)}</Fact>
      )}
      <Fact name="By">{harmless(item.by.name)}</Fact>
      {item.kind === 'note' && item.movedBy !== null && (
        <Fact name="Moved">
          {`${wholeTime(item.movedBy.at)}, by ${harmless(item.movedBy.by.name)}`}
        </Fact>
      )}
      {item.kind !== 'message' && item.waiting && <Fact name="Slack">Not sent yet</Fact>}
      {versions.slice(0, -1).map((version) => (
        <Fact key={version.at} name="Before">
          {`${harmless(version.text)}\n${harmless(version.by.name)}, ${wholeTime(version.at)}`}
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}

function useTexts(item: TimelineItemT): readonly EntryVersionT[] {
  const { store } = useDesktop();
  const [versions, setVersions] = useState<readonly EntryVersionT[]>([]);
  useEffect(() => {
    let isWanted = true;
    void store
      .getState()
      .textsOf(item)
      .then((read) => {
        if (isWanted && read.ok) setVersions(read.value.versions);
      });
    return () => {
      isWanted = false;
    };
  }, [store, item]);
  return versions;
}
