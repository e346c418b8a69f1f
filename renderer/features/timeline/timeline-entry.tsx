import { CloudUpload, EyeOff, Star } from 'lucide-react';
import { memo, type ReactNode, useState } from 'react';
import type { TimelineItemT } from '#shared/contract/views.ts';
import { markerName } from '#shared/domain/timeline.ts';
import { harmless } from '#shared/text/harmless.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import type { Names } from '../../ui/names.ts';
import { Moment } from '../time/moment.tsx';
import { EntryDetails } from './entry-details.tsx';
import { EditText, EditTime } from './entry-forms.tsx';
import { EntryGlyph } from './entry-glyph.tsx';
import { EntrySaid } from './entry-said.tsx';
import { changeWords, foldedWords, isPhase } from './entry-words.ts';
import styles from './timeline-entry.module.css';

/** What is open in a line, one at a time. */
export type EntryMode = 'details' | 'edit' | 'time';

export type TimelineEntryProps = {
  readonly item: TimelineItemT;
  readonly names: Names;
  /** The day's name where a day begins. */
  readonly day: string | null;
  /** The same person goes on: no name, no disc. */
  readonly goesOn: boolean;
  /** The time stands on the row before: here it shows when pointed at. */
  readonly sharesMinute: boolean;
  /** Marks what has not reached Slack. */
  readonly showsWaiting: boolean;
  readonly mode: EntryMode | null;
  readonly onClose: () => void;
  /** Opens the menu at the button that was pressed. */
  readonly onMenu: (item: TimelineItemT, button: HTMLElement) => void;
};

export const TimelineEntry = memo(function TimelineEntry(props: TimelineEntryProps) {
  const { item, day, goesOn } = props;
  return (
    <>
      {day !== null && <h2 className={styles.day}>{day}</h2>}
      <div
        className={styles.entry}
        data-kind={item.kind}
        data-phase={isPhase(item)}
        data-goes-on={goesOn}
        data-hidden={item.hidden}
        data-shares-minute={goesOn && props.sharesMinute}
      >
        <Moment at={item.at} className={styles.time ?? ''} />
        <span className={styles.glyph}>{!goesOn && <EntryGlyph item={item} />}</span>
        <div className={styles.body}>
          <Body {...props} />
          {props.mode === 'details' && <EntryDetails item={item} />}
        </div>
        <span className={styles.signs}>
          <Signs item={item} showsWaiting={props.showsWaiting} />
          <button
            type="button"
            tabIndex={-1}
            className={styles.menu}
            aria-label="More for this entry"
            aria-haspopup="menu"
            onClick={(event) => props.onMenu(item, event.currentTarget)}
          />
        </span>
      </div>
    </>
  );
});

function Body({ item, names, goesOn, mode, onClose }: TimelineEntryProps) {
  if (item.kind === 'change') {
    return (
      <p className={styles.change}>
        <ChangeWords words={harmless(changeWords(item.changes, names))} />
        <span className={styles.by}>
          <bdi>{harmless(item.by.name)}</bdi>
        </span>
      </p>
    );
  }
  if (mode === 'edit') return <EditText item={item} onClose={onClose} />;
  return (
    <>
      <EntrySaid item={item} names={names} goesOn={goesOn} />
      {mode === 'time' && <EditTime item={item} onClose={onClose} />}
    </>
  );
}

/** What was done; a long text that came with it (a brief) opens when it is wanted. */
function ChangeWords({ words }: { readonly words: string }) {
  const [isWhole, setWhole] = useState(false);
  const beginning = foldedWords(words);
  if (beginning === null) return <bdi>{words}</bdi>;
  return (
    <>
      <bdi className={styles.whole}>{isWhole ? words : beginning}</bdi>{' '}
      <Button look="quiet" className={styles.fold ?? ''} onPress={() => setWhole(!isWhole)}>
        {isWhole ? 'Show less' : 'Show all'}
      </Button>
    </>
  );
}

/** What is true of a line besides what it says. */
function Signs({ item, showsWaiting }: Pick<TimelineEntryProps, 'item' | 'showsWaiting'>) {
  return (
    <>
      {item.marker !== null && (
        <Sign says={harmless(markerName(item.marker))}>
          <Star {...ICON} className={styles.star} />
        </Sign>
      )}
      {item.hidden && (
        <Sign says="Hidden">
          <EyeOff {...ICON} />
        </Sign>
      )}
      {showsWaiting && item.kind !== 'message' && item.waiting && (
        <Sign says="Not in Slack yet">
          <CloudUpload {...ICON} />
        </Sign>
      )}
    </>
  );
}

function Sign({ says, children }: { readonly says: string; readonly children: ReactNode }) {
  return (
    <span className={styles.sign} title={says} role="img" aria-label={says}>
      {children}
    </span>
  );
}
