import { CalendarClock } from 'lucide-react';
import type { CommandInput } from '#shared/contract/commands.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import type { PostMortemState } from '../../state/post-mortem/follow.ts';
import { selectMyRef } from '../../state/settings.ts';
import { ICON } from '../../ui/icon.ts';
import { Notice } from '../../ui/notice.tsx';
import { Picker } from '../../ui/picker.tsx';
import { chosenKey, chosenRef, peopleChoices } from '../people.tsx';
import { useSubmit } from '../submit.ts';
import { localTime } from '../time/moment.tsx';
import { useTicking } from '../time/running-clock.tsx';
import styles from './course.module.css';

type View = NonNullable<PostMortemState['view']>;

const STATES = [
  { key: 'draft', name: 'Draft' },
  { key: 'in-review', name: 'In review' },
  { key: 'reviewed', name: 'Reviewed' },
  { key: 'closed', name: 'Closed' },
];

type CourseProps = {
  readonly incident: IncidentViewT;
  readonly view: View;
  readonly onChanged: () => void;
  readonly onDebrief: () => void;
};

/** How far it is, who writes it, when people meet over it, and how old it is. */
export function Course({ incident, view, onChanged, onDebrief }: CourseProps) {
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
      <span data-ready="owner">
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
      </span>
      <DebriefButton at={view.reviewAt} status={view.status} onPress={onDebrief} />
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

type DebriefButtonProps = {
  readonly at: number | null;
  readonly status: string;
  readonly onPress: () => void;
};

/** It is over, or nobody waits for it any more. */
const PAST_DEBRIEF: ReadonlySet<string> = new Set(['reviewed', 'closed']);

function DebriefButton({ at, status, onPress }: DebriefButtonProps) {
  const late = useTicking((now) =>
    at !== null && at < now && !PAST_DEBRIEF.has(status) ? 'late' : '',
  );
  return (
    <button
      type="button"
      className={styles.debrief}
      data-empty={at === null}
      data-late={late}
      onClick={onPress}
    >
      <CalendarClock {...ICON} size={14} />
      {at === null ? 'Set the debrief' : `Debrief ${late ? 'was ' : ''}${localTime(at)}`}
    </button>
  );
}
