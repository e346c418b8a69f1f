import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { routeHash } from '../../state/route.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { Notice } from '../../ui/notice.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useSubmit } from '../submit.ts';
import styles from './start-post-mortem.module.css';

export type StartPostMortemProps = {
  readonly incident: IncidentViewT;
  readonly onStarted: () => void;
};

const TEMPLATES = [
  { key: 'full', name: 'Full', about: 'For incidents that taught something' },
  { key: 'short', name: 'Short', about: 'What happened, and what to change' },
] as const;

/** Nobody began it: what will be here, and the one button that begins it. */
export function StartPostMortem({ incident, onStarted }: StartPostMortemProps) {
  const { store } = useDesktop();
  const { problem, isBusy, submit } = useSubmit();
  const { id, code, name, severity } = incident;
  const [template, setTemplate] = useState<'full' | 'short'>(
    severity === 'minor' ? 'short' : 'full',
  );
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
      <Segments
        label="Template"
        segments={TEMPLATES}
        chosen={template}
        onChoose={(key) => setTemplate(key)}
      />
      <Button look="primary" autoFocus isDisabled={isBusy} onPress={() => void start()}>
        Start post-mortem
      </Button>
      {problem !== null && <Notice problem={problem} />}
    </div>
  );
}
