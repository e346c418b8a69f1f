import {
  ArrowLeftRight,
  CircleDot,
  Clock,
  CloudUpload,
  Flag,
  GitMerge,
  Lightbulb,
  Link,
  Lock,
  type LucideIcon,
  Megaphone,
  Pencil,
  Repeat2,
  Scale,
  Square,
  SquareCheck,
  Tag,
  UserRound,
} from 'lucide-react';
import { memo } from 'react';
import type { TimelineItemT } from '#shared/contract/views.ts';
import type { Change } from '#shared/domain/change.ts';
import type { RecordEntity } from '#shared/domain/record-change.ts';
import { ICON } from '../../ui/icon.ts';
import { PersonDisc } from '../../ui/person.tsx';
import { SeverityGlyph } from '../../ui/severity-glyph.tsx';
import { Moment } from '../time/moment.tsx';
import styles from './timeline-entry.module.css';

export type TimelineEntryProps = {
  readonly item: TimelineItemT;
  /** The sentence of a change. */
  readonly words: string;
  /** The day's name where a day begins. */
  readonly day: string | null;
  /** The same person goes on: no name, no disc. */
  readonly goesOn: boolean;
  /** The time stands on the row before: here it shows when pointed at. */
  readonly sharesMinute: boolean;
  /** Marks what has not reached Slack. */
  readonly showsWaiting: boolean;
};

export const TimelineEntry = memo(function TimelineEntry(props: TimelineEntryProps) {
  const { item, day, goesOn } = props;
  return (
    <>
      {day !== null && <h2 className={styles.day}>{day}</h2>}
      <div
        className={styles.entry}
        data-kind={item.kind}
        data-goes-on={goesOn}
        data-shares-minute={goesOn && props.sharesMinute}
      >
        <Moment at={item.at} className={styles.time ?? ''} />
        <span className={styles.glyph}>{!goesOn && <Mark item={item} />}</span>
        {item.kind === 'change' ? (
          <p className={styles.change}>
            <bdi>{props.words}</bdi>
            <span className={styles.by}>
              <bdi>{item.by.name}</bdi>
            </span>
          </p>
        ) : (
          <div className={styles.said}>
            {!goesOn && (
              <p className={styles.author}>
                <bdi>{item.by.name}</bdi>
                <span className={styles.source}>{sourceOf(item)}</span>
              </p>
            )}
            <p className={styles.text}>
              <bdi>{item.text}</bdi>
              {item.edited && <span className={styles.source}> edited</span>}
            </p>
          </div>
        )}
        {props.showsWaiting && item.kind !== 'message' && item.waiting && (
          <span
            className={styles.waiting}
            title="Not in Slack yet"
            role="img"
            aria-label="Not in Slack yet"
          >
            <CloudUpload {...ICON} />
          </span>
        )}
      </div>
    </>
  );
});

/** Where a person said it. */
function sourceOf(item: Exclude<TimelineItemT, { kind: 'change' }>): string {
  if (item.kind === 'message') return 'in Slack';
  return item.slack === null ? 'note' : 'from Slack';
}

function Mark({ item }: { readonly item: TimelineItemT }) {
  if (item.kind !== 'change') return <PersonDisc name={item.by.name} />;
  const change = item.changes[0];
  if (change?.kind === 'declared') return <SeverityGlyph severity={change.severity} isNamed />;
  if (change?.kind === 'severity') return <SeverityGlyph severity={change.to} isNamed />;
  const Icon = iconOf(change);
  return <Icon {...ICON} />;
}

const RECORD_ICONS: Readonly<Record<RecordEntity, LucideIcon>> = {
  action: Square,
  follow_up: Repeat2,
  update: Megaphone,
  decision: Scale,
  hypothesis: Lightbulb,
  link: Link,
  handover: ArrowLeftRight,
  relation: GitMerge,
  field: Tag,
};

function iconOf(change: Change | undefined): LucideIcon {
  switch (change?.kind) {
    case 'status':
      return CircleDot;
    case 'role':
    case 'role-named':
    case 'role-removed':
    case 'role-restored':
      return UserRound;
    case 'renamed':
    case 'summary':
    case 'impact':
    case 'action-text':
      return Pencil;
    case 'participant':
      return UserRound;
    case 'relation':
      return GitMerge;
    case 'custom-field':
    case 'custom-field-named':
      return Tag;
    case 'visibility':
      return Lock;
    case 'key-time':
      return Clock;
    case 'action-done':
      return SquareCheck;
    case 'action-added':
    case 'action-owner':
    case 'action-reopened':
    case 'action-status':
      return Square;
    case 'record-added':
    case 'record-set':
    case 'record-removed':
    case 'record-restored':
      return RECORD_ICONS[change.entity];
    default:
      return Flag;
  }
}
