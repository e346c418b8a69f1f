import { ArrowLeft, Check, CircleAlert, PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { DAY } from '#shared/base/duration.ts';
import type { CommandInput } from '#shared/contract/commands.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import type { Followed, PostMortemState } from '../../state/post-mortem/follow.ts';
import { routeHash } from '../../state/route.ts';
import { selectMyRef } from '../../state/settings.ts';
import { ICON } from '../../ui/icon.ts';
import { Notice } from '../../ui/notice.tsx';
import { Picker } from '../../ui/picker.tsx';
import { chosenKey, chosenRef, peopleChoices } from '../people.tsx';
import { useSubmit } from '../submit.ts';
import { SyncStatus } from '../sync/sync-status.tsx';
import { useTicking } from '../time/running-clock.tsx';
import { fromNow } from '../time/span.ts';
import styles from './post-mortem-header.module.css';

type View = NonNullable<PostMortemState['view']>;

export type PostMortemHeaderProps = {
  readonly incident: IncidentViewT;
  readonly view: View;
  readonly followed: Followed;
  /** What is done with it as a whole. */
  readonly children: ReactNode;
};

/** Far enough back to be no news. */
const LATELY = 2 * DAY;

const STATES = [
  { key: 'draft', name: 'Draft' },
  { key: 'in-review', name: 'In review' },
  { key: 'reviewed', name: 'Reviewed' },
  { key: 'closed', name: 'Closed' },
];

/** Whose post-mortem it is, how far it is, and whether what was typed is saved. */
export function PostMortemHeader({ incident, view, followed, children }: PostMortemHeaderProps) {
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
          {view.others.slice(0, 1).map(({ person, at }) => (
            <Writes key={person.ref} name={person.name} at={at} />
          ))}
          <SavedSign followed={followed} />
        </p>
      </div>
      <div className={styles.bar}>
        <Facts incident={incident} view={view} onChanged={followed.heardIncident} />
        <div className={styles.deeds}>{children}</div>
      </div>
    </header>
  );
}

type FactsProps = {
  readonly incident: IncidentViewT;
  readonly view: View;
  readonly onChanged: () => void;
};

function Facts({ incident, view, onChanged }: FactsProps) {
  const { store } = useDesktop();
  const me = useDesk(selectMyRef);
  const { problem, submit } = useSubmit();
  const set = async (part: Omit<CommandInput<'post-mortem.change'>, 'incident'>) => {
    const asked = { incident: incident.id, ...part };
    await submit(() => store.getState().change('post-mortem.change', asked));
    onChanged();
  };
  return (
    <div className={styles.facts}>
      <Picker
        label="State"
        look="inline"
        choices={STATES}
        chosen={view.status}
        onChoose={(status) => void set({ status: status as Status })}
      />
      <Picker
        label="Owner"
        look="inline"
        isLabelHidden={false}
        choices={peopleChoices(incident.people, me)}
        chosen={chosenKey(view.owner)}
        unlisted={view.owner?.name ?? 'Nobody'}
        isPrompt={view.owner === null}
        onChoose={(key) => void set({ owner: chosenRef(key) })}
      />
      <span className={styles.age}>
        {incident.endedAt === null ? 'Not over yet' : ageWords(view.ageDays)}
      </span>
      {problem !== null && <Notice problem={problem} />}
    </div>
  );
}

type Status = NonNullable<CommandInput<'post-mortem.change'>['status']>;

/** How long ago the incident was over. */
export function ageWords(days: number): string {
  if (days <= 0) return 'Over since today';
  return days === 1 ? 'Over for a day' : `Over for ${days} days`;
}

function Writes({ name, at }: { readonly name: string; readonly at: number }) {
  const said = useTicking((now) => (now - at < LATELY ? fromNow(at, now) : ''));
  if (said === '') return null;
  return (
    <span className={styles.sign}>
      <PencilLine {...ICON} size={14} />
      <span>
        <bdi>{name}</bdi> wrote {said === 'now' ? 'just now' : said}
      </span>
    </span>
  );
}

const SAVED_WORDS = { saved: 'Saved', saving: 'Saving…' } as const;

/** Whether what was typed is on disk. It is told to screen readers only when it is not. */
function SavedSign({ followed }: { readonly followed: Followed }) {
  const saved = useStore(followed.store, (state) => state.saved);
  const Icon = saved.kind === 'unsaved' ? CircleAlert : Check;
  return (
    <span
      className={styles.sign}
      role="status"
      aria-label="Saved"
      aria-live={saved.kind === 'unsaved' ? 'assertive' : 'off'}
      data-saved={saved.kind}
      {...(saved.kind === 'unsaved' ? { title: saved.problem.hint ?? '' } : {})}
    >
      <Icon {...ICON} size={14} />
      {saved.kind === 'unsaved' ? saved.problem.message : SAVED_WORDS[saved.kind]}
    </span>
  );
}
