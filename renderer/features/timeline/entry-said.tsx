import { Clock, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { harmless } from '#shared/text/harmless.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import type { Names } from '../../ui/names.ts';
import { RichText } from '../../ui/rich-text.tsx';
import { Moment } from '../time/moment.tsx';
import { cutSaid } from './cut-said.ts';
import { EntryImages } from './entry-images.tsx';
import styles from './entry-said.module.css';
import { SlackChanged } from './slack-changed.tsx';

export type SaidItem = Exclude<TimelineItemT, { kind: 'change' }>;

export type EntrySaidProps = {
  readonly item: SaidItem;
  readonly names: Names;
  /** The same person goes on: their name stands above. */
  readonly goesOn: boolean;
};

/** What somebody wrote, here or in Slack, with what has become of it since. */
export function EntrySaid({ item, names, goesOn }: EntrySaidProps) {
  return (
    <div className={styles.said}>
      {!goesOn && (
        <p className={styles.author}>
          <bdi>{harmless(item.by.name)}</bdi>
          <span className={styles.source}>{sourceOf(item)}</span>
        </p>
      )}
      {item.text !== '' && <Words item={item} names={names} />}
      {item.files.length > 0 && <EntryImages files={item.files} alt={altOf(item)} />}
      <Since item={item} />
      {item.kind === 'note' && item.slack?.changed && <SlackChanged item={item} />}
    </div>
  );
}

/** Where a person said it. */
function sourceOf(item: SaidItem): string {
  if (item.kind === 'message') return 'in Slack';
  if (item.slack !== null) return 'from Slack';
  return item.files.length > 0 ? 'image' : 'note';
}

/** What an entry that is an image says is what is to be seen on it. */
function altOf(item: SaidItem): string {
  return item.kind === 'note' && item.slack === null ? item.text : '';
}

function Words({ item, names }: Pick<EntrySaidProps, 'item' | 'names'>) {
  const [isWhole, setWhole] = useState(false);
  const notation = item.slackText === null ? 'typed' : 'slack';
  const text = item.slackText ?? item.text;
  const beginning = cutSaid(text, notation);
  if (beginning === null) return <RichText text={text} notation={notation} names={names} />;
  return (
    <>
      <RichText text={isWhole ? text : beginning} notation={notation} names={names} />
      <Button look="quiet" className={styles.more ?? ''} onPress={() => setWhole(!isWhole)}>
        {isWhole ? 'Show less' : `Show all ${text.length.toLocaleString('en')} characters`}
      </Button>
    </>
  );
}

/** What was done to it after it was written. */
function Since({ item }: { readonly item: SaidItem }) {
  const isGone = item.kind === 'message' ? item.gone : (item.slack?.gone ?? false);
  const edited = item.kind === 'note' ? item.editedBy : null;
  const moved = item.kind === 'note' ? item.movedBy : null;
  const isEditedInSlack = item.kind === 'message' && item.edited;
  if (!isGone && edited === null && moved === null && !isEditedInSlack) return null;
  return (
    <p className={styles.since}>
      {edited !== null && (
        <span>
          edited by <bdi>{harmless(edited.by.name)}</bdi> <Moment at={edited.at} />
        </span>
      )}
      {moved !== null && (
        <span>
          <Clock {...ICON} size={12} /> moved by <bdi>{harmless(moved.by.name)}</bdi>
          {', was '}
          <Moment at={moved.from} />
        </span>
      )}
      {isEditedInSlack && <span>edited in Slack</span>}
      {isGone && (
        <span>
          <Trash2 {...ICON} size={12} /> Deleted in Slack, kept here
        </span>
      )}
    </p>
  );
}
