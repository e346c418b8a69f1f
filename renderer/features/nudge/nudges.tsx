import { BellRing } from 'lucide-react';
import { useState } from 'react';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { nudgeSentence } from '#shared/domain/nudge.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { nudgesOf, selectNudges } from '../../state/nudges.ts';
import { selectMyRef } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Line } from '../../ui/line.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSubmit } from '../submit.ts';
import { useTicking } from '../time/running-clock.tsx';
import { type NudgeAnswer, nudgeAnswers } from './nudge-answers.ts';
import { SnoozeForm } from './snooze-form.tsx';

/** More at once are read by nobody. */
const SHOWN = 2;

/** What one is reminded of here. An offered role has a line of its own already. */
export function Nudges({ incident }: { readonly incident: IncidentViewT }) {
  const all = nudgesOf(useDesk(selectNudges), incident.id);
  const shown = all.filter(({ rule }) => rule !== 'hand-over-offered').slice(0, SHOWN);
  return shown.map((nudge, place) => (
    <NudgeLine
      key={`${nudge.rule} ${nudge.subject}`}
      incident={incident}
      nudge={nudge}
      isFirst={place === 0}
    />
  ));
}

type NudgeLineProps = {
  readonly incident: IncidentViewT;
  readonly nudge: NudgeViewT;
  /** Its answer has a key. */
  readonly isFirst: boolean;
};

function NudgeLine({ incident, nudge, isFirst }: NudgeLineProps) {
  const { store, clock } = useDesktop();
  const me = useDesk(selectMyRef);
  const { problem, isBusy, submit } = useSubmit();
  const [isSnoozing, setSnoozing] = useState(false);
  const { person } = nudge;
  const words = useTicking((now) =>
    nudgeSentence({ ...nudge, person: person?.ref ?? null }, now, () => person?.name ?? ''),
  );
  const run = ({ does }: NudgeAnswer) => {
    switch (does.kind) {
      case 'change':
        return void submit(() => does.ask(store.getState(), clock.now()));
      case 'sheet':
        return store.getState().showSheet(does.sheet);
      case 'focus':
        return document.querySelector<HTMLElement>(does.selector)?.focus();
    }
  };
  return (
    <>
      <Line icon={BellRing} name="Reminder">
        <span>
          <bdi>{words}</bdi>
        </span>
        {nudgeAnswers(nudge, incident, me).map((answer, place) => (
          <span key={answer.label} {...shortcut(isFirst && place === 0, 'nudge-answer')}>
            <Button
              isDisabled={isBusy}
              onPress={() => run(answer)}
              {...(isFirst && place === 0 ? { hint: 'R' } : {})}
            >
              {answer.label}
            </Button>
          </span>
        ))}
        <span {...shortcut(isFirst, 'nudge-snooze')}>
          <Button look="quiet" isExpanded={isSnoozing} onPress={() => setSnoozing(!isSnoozing)}>
            Snooze
          </Button>
        </span>
      </Line>
      {isSnoozing && (
        <SnoozeForm incident={incident.id} nudge={nudge} onClose={() => setSnoozing(false)} />
      )}
      {problem !== null && <Notice problem={problem} />}
    </>
  );
}

const shortcut = (is: boolean, name: string) => (is ? { 'data-shortcut': name } : {});
