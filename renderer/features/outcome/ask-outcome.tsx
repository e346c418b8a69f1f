import { OUTCOMES, type Outcome } from '#shared/domain/outcome.ts';
import styles from './ask-outcome.module.css';

const ANSWERS: Readonly<Record<Outcome, string>> = {
  yes: 'Yes',
  no: 'No',
  'too-early': 'Too early',
};

export type AskOutcomeProps = {
  readonly question: string;
  readonly onAnswer: (outcome: Outcome) => void;
};

/** Did it work? Asked where it stands, and answered by one press. */
export function AskOutcome({ question, onAnswer }: AskOutcomeProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend of its own
    <div className={styles.ask} role="group" aria-label={question}>
      <span className={styles.question}>{question}</span>
      {OUTCOMES.map((outcome) => (
        <button
          key={outcome}
          type="button"
          className={styles.answer}
          onClick={() => onAnswer(outcome)}
        >
          {ANSWERS[outcome]}
        </button>
      ))}
    </div>
  );
}
