import type { Completion } from '#shared/domain/line-completion.ts';
import styles from './composer.module.css';

export type CompletionListProps = {
  readonly id: string;
  readonly choices: readonly Completion[];
  readonly chosen: number;
  readonly onChoose: (choice: Completion) => void;
};

export const optionId = (list: string, index: number) => `${list}-${index}`;

/** How the line can go on. The focus stays in the field, which says which one is meant. */
export function CompletionList({ id, choices, chosen, onChoose }: CompletionListProps) {
  return (
    <>
      {choices.length > 0 && (
        <div id={id} role="listbox" aria-label="Completions" className={styles.completions}>
          {choices.map((choice, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
            <div
              key={choice.insert}
              id={optionId(id, index)}
              role="option"
              aria-selected={index === chosen}
              className={styles.completion}
              onPointerDown={(event) => {
                // A press must not take the focus out of the field.
                event.preventDefault();
                onChoose(choice);
              }}
            >
              <bdi>{choice.name}</bdi>
              {choice.about !== '' && <span className={styles.about}>{choice.about}</span>}
            </div>
          ))}
        </div>
      )}
      <span className={styles.unseen} aria-live="polite">
        {choices.length > 0 && `${choices.length} completions`}
      </span>
    </>
  );
}
