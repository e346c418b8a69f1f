import { Scale } from 'lucide-react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { DecisionViewT } from '#shared/contract/views/record.ts';
import { OUTCOME_NAMES, type Outcome } from '#shared/domain/outcome.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectRecords } from '../../state/records.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { AskOutcome } from '../outcome/ask-outcome.tsx';
import { usePresses } from '../submit.ts';
import { useTicking } from '../time/running-clock.tsx';
import { fromNow } from '../time/span.ts';
import styles from './decisions.module.css';

/** What was asked, what was chosen, and whether it did what it should. The latest first. */
export function Decisions({ incident }: { readonly incident: IncidentId }) {
  const { store } = useDesktop();
  const decisions = useDesk(selectRecords)?.decisions ?? [];
  const { problem, submit } = usePresses();
  const open = (decision: string | null) =>
    store.getState().showSheet({ kind: 'decision', decision });
  const answer = (decision: string, outcome: Outcome) =>
    void submit(() => store.getState().change('decision.edit', { incident, decision, outcome }));
  return (
    <Section
      title="Decisions"
      deed={
        <Button look="quiet" hint="D" onPress={() => open(null)}>
          <Scale {...ICON} /> Record decision
        </Button>
      }
    >
      {decisions.length > 0 && (
        <ul aria-label="Decisions">
          {[...decisions].reverse().map((decision) => (
            <li key={decision.id} className={styles.decision} data-decision={decision.id}>
              <button
                type="button"
                className={styles.what}
                title="Open the decision"
                onClick={() => open(decision.id)}
              >
                <bdi className={styles.choice}>{decision.choice || 'To decide'}</bdi>
                <bdi className={styles.question}>{decision.question}</bdi>
              </button>
              <Effect decision={decision} onAnswer={(outcome) => answer(decision.id, outcome)} />
            </li>
          ))}
        </ul>
      )}
      {problem !== null && <Notice problem={problem} />}
    </Section>
  );
}

type EffectProps = {
  readonly decision: DecisionViewT;
  readonly onAnswer: (outcome: Outcome) => void;
};

/** What it should bring about by when; asked once that time has come. */
function Effect({ decision, onAnswer }: EffectProps) {
  const { choice, expected, expectedBy, outcome } = decision;
  const isDue = useTicking((now) => String(expectedBy !== null && expectedBy <= now)) === 'true';
  const words = useTicking((now) => (expectedBy === null ? '' : ` ${fromNow(expectedBy, now)}`));
  if (choice === '' || (expected === '' && expectedBy === null)) return null;
  const said =
    outcome !== null && Object.hasOwn(OUTCOME_NAMES, outcome)
      ? OUTCOME_NAMES[outcome as Outcome]
      : outcome;
  const isAsked = isDue && (outcome === null || outcome === 'too-early');
  return (
    <div className={styles.effect}>
      <p>
        Expected{said === null ? words : ''}: <bdi>{expected || choice}</bdi>
        {said !== null && ` · ${said}`}
      </p>
      {isAsked && <AskOutcome question="Did it happen?" onAnswer={onAnswer} />}
    </div>
  );
}
