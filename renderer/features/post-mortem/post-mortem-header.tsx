import { ArrowLeft, Check, CircleAlert, PencilLine } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { DAY } from '#shared/base/duration.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import type { Followed, PostMortemState } from '../../state/post-mortem/follow.ts';
import { routeHash } from '../../state/route.ts';
import { ICON } from '../../ui/icon.ts';
import { SyncStatus } from '../sync/sync-status.tsx';
import { localTime } from '../time/moment.tsx';
import { useTicking } from '../time/running-clock.tsx';
import { fromNow } from '../time/span.ts';
import { Course } from './course.tsx';
import styles from './post-mortem-header.module.css';

type View = NonNullable<PostMortemState['view']>;

export type PostMortemHeaderProps = {
  readonly incident: IncidentViewT;
  readonly view: View;
  readonly followed: Followed;
  readonly onDebrief: () => void;
  /** What is done with it as a whole. */
  readonly children: ReactNode;
};

/** Far enough back to be no news. */
const LATELY = 2 * DAY;

/** Whose post-mortem it is, how far it is, and whether what was typed is saved. */
export function PostMortemHeader(props: PostMortemHeaderProps) {
  const { incident, view, followed, onDebrief, children } = props;
  return (
    <header className={styles.header}>
      <div className={styles.who}>
        <p className={styles.code}>
          <a
            href={routeHash({ page: 'incident', incident: incident.id })}
            className={styles.back}
            aria-label="Back to the incident"
          >
            <ArrowLeft {...ICON} />
          </a>
          {incident.code}
          <span className={styles.kind}>Post-mortem</span>
        </p>
        <h1 className={styles.name} title={incident.name}>
          <bdi>{incident.name}</bdi>
        </h1>
      </div>
      <div className={styles.state}>
        <SyncStatus />
        <p className={styles.signs}>
          <Others others={view.others} />
          <SavedSign followed={followed} />
        </p>
      </div>
      <div className={styles.bar}>
        <Course
          incident={incident}
          view={view}
          onChanged={followed.heardIncident}
          onDebrief={onDebrief}
        />
        <div className={styles.deeds}>{children}</div>
      </div>
    </header>
  );
}

/** Who else writes: the latest by name, and all of them for whoever points there. */
function Others({ others }: Pick<View, 'others'>) {
  const said = useTicking((now) => {
    const lately = others.filter(({ at }) => now - at < LATELY);
    const [latest] = lately;
    if (latest === undefined) return '';
    const when = fromNow(latest.at, now);
    const more = lately.length - 1;
    const who = more === 0 ? latest.person.name : `${latest.person.name} and ${more} more`;
    return `${who} wrote ${when === 'now' ? 'just now' : when}`;
  });
  if (said === '') return null;
  const each = others.map(({ person, at }) => `${person.name}, ${localTime(at)}`);
  return (
    <span className={styles.sign} title={each.join('\n')}>
      <PencilLine {...ICON} size={14} />
      <bdi>{said}</bdi>
    </span>
  );
}

const SAVED_WORDS = { saved: 'Saved', saving: 'Saving…' } as const;

/**
 * Whether what was typed is on disk. It is told to screen readers only when it is not. What changes with
 * each word is put in by hand: for each rendering React reads the whole text that is being written, to
 * know its selection, and that is a book now and then.
 */
function SavedSign({ followed }: { readonly followed: Followed }) {
  const problem = useStore(followed.store, ({ saved }) =>
    saved.kind === 'unsaved' ? saved.problem : null,
  );
  const sign = useRef<HTMLSpanElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = ({ saved }: PostMortemState) => {
      if (sign.current !== null) sign.current.dataset.saved = saved.kind;
      sign.current?.setAttribute('aria-live', saved.kind === 'unsaved' ? 'assertive' : 'off');
      const said = saved.kind === 'unsaved' ? saved.problem.message : SAVED_WORDS[saved.kind];
      if (words.current !== null) words.current.textContent = said;
    };
    show(followed.store.getState());
    return followed.store.subscribe(show);
  }, [followed]);
  const Icon = problem !== null ? CircleAlert : Check;
  return (
    <span
      ref={sign}
      className={styles.sign}
      role="status"
      aria-label="Saved"
      {...(problem === null ? {} : { title: problem.hint ?? '' })}
    >
      <Icon {...ICON} size={14} />
      <span ref={words} />
    </span>
  );
}
