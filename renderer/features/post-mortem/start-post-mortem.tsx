import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { routeHash } from '../../state/route.ts';
import { selectTemplates } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { Notice } from '../../ui/notice.tsx';
import { Picker } from '../../ui/picker.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useSubmit } from '../submit.ts';
import styles from './start-post-mortem.module.css';

export type StartPostMortemProps = {
  readonly incident: IncidentViewT;
  readonly onStarted: () => void;
};

const ABOUT: Readonly<Record<string, string>> = {
  full: 'For incidents that taught something',
  short: 'What happened, and what to change',
};

/** More than these do not stand side by side. */
const BESIDE_MAX = 3;

/** Nobody began it: what will be here, and the one button that begins it. */
export function StartPostMortem({ incident, onStarted }: StartPostMortemProps) {
  const { store } = useDesktop();
  const { problem, isBusy, submit } = useSubmit();
  const { id, code, name, severity } = incident;
  const choices = useDesk(selectTemplates).map((one) => ({
    ...{ key: one.id, name: one.name, about: ABOUT[one.id] ?? 'Your own' },
  }));
  const [template, setTemplate] = useState(severity === 'minor' ? 'short' : 'full');
  const start = async () => {
    const asked = { incident: id, template };
    const done = await submit(() => store.getState().change('post-mortem.start', asked));
    if (done !== null) onStarted();
  };
  return (
    <div className={styles.page}>
      <p className={styles.code}>
        <a
          href={routeHash({ page: 'incident', incident: id })}
          className={styles.back}
          aria-label="Back to the incident"
        >
          <ArrowLeft {...ICON} />
        </a>
        {code}
      </p>
      <h1 className={styles.title}>
        <bdi>{name}</bdi>
      </h1>
      <p className={styles.text}>
        The post-mortem starts full: people, key times, measures, the timeline and the decisions
        come from what is here already. What was learned is yours to write.
      </p>
      {choices.length <= BESIDE_MAX ? (
        <Segments label="Template" segments={choices} chosen={template} onChoose={setTemplate} />
      ) : (
        <Picker label="Template" choices={choices} chosen={template} onChoose={setTemplate} />
      )}
      <Button look="primary" autoFocus isDisabled={isBusy} onPress={() => void start()}>
        Start post-mortem
      </Button>
      {problem !== null && <Notice problem={problem} />}
    </div>
  );
}
