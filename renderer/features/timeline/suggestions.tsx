import { Check, Plus, X } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { ContractError } from '#shared/contract/errors.ts';
import type { SuggestionViewT } from '#shared/contract/views.ts';
import { suggestionName } from '#shared/domain/suggestion.ts';
import { harmless } from '#shared/text/harmless.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectTimeline } from '../../state/timeline.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { Notice } from '../../ui/notice.tsx';
import { RichText } from '../../ui/rich-text.tsx';
import { Moment } from '../time/moment.tsx';
import { EntryImages } from './entry-images.tsx';
import { SUGGESTION_KEYS } from './suggestion-keys.ts';
import styles from './suggestions.module.css';

const NOBODY = {};
const SUGGESTION_STEPS: Readonly<Record<string, number>> = {
  ...{ ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 },
};

/** Messages that may belong into the timeline, each with why; the newest first. */
export function Suggestions() {
  const { store } = useDesktop();
  const timeline = useDesk(selectTimeline);
  const [items, setItems] = useState<readonly SuggestionViewT[] | null>(null);
  const [older, setOlder] = useState<string | null>(null);
  const [problem, setProblem] = useState<ContractError | null>(null);
  const read = useCallback(
    async (before: string | null) => {
      const answer = await store.getState().suggestions(before);
      if (!answer.ok) return setProblem(answer.error);
      setProblem(null);
      setOlder(answer.value.older);
      setItems((now) =>
        before === null ? answer.value.items : [...(now ?? []), ...answer.value.items],
      );
    },
    [store],
  );
  // What was added or has come in since is no suggestion any more, or is one now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever the timeline changes
  useEffect(() => void read(null), [read, timeline]);
  const list = useRef<HTMLUListElement>(null);
  const takesFocus = useRef(false);
  const [at, setAt] = useState(0);
  const rowAt = (index: number) => list.current?.children[index] as HTMLElement | undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when a row has gone
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    rowAt(Math.min(at, (items?.length ?? 0) - 1))?.focus();
  }, [items]);
  const answer = async (item: SuggestionViewT, isAdded: boolean) => {
    const done = await store.getState().answerSuggestion(item.ts, isAdded);
    if (!done.ok) return setProblem(done.error);
    setItems((now) => (now ?? []).filter(({ ts }) => ts !== item.ts));
  };
  const pressed = (event: KeyboardEvent, item: SuggestionViewT, index: number) => {
    if (event.target !== event.currentTarget) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = SUGGESTION_STEPS[event.key];
    const isAnswer = event.key === SUGGESTION_KEYS.add || event.key === SUGGESTION_KEYS.dismiss;
    if (step === undefined && !isAnswer) return;
    event.preventDefault();
    if (step !== undefined) return rowAt(index + step)?.focus();
    // The next one comes up to its place, and has the focus there.
    takesFocus.current = true;
    void answer(item, event.key === SUGGESTION_KEYS.add);
  };
  if (items === null) return <div />;
  return (
    <div className={styles.scroller}>
      {problem !== null && <Notice problem={problem} />}
      {items.length === 0 && older === null && (
        <p className={styles.nothing}>
          <Check {...ICON} /> No message looks like something to add.
        </p>
      )}
      <ul ref={list} aria-label="Suggested" className={styles.list}>
        {items.map((item, index) => (
          <Suggested
            key={item.ts}
            item={item}
            isTabStop={index === Math.min(at, items.length - 1)}
            onFocus={() => setAt(index)}
            onKey={(event) => pressed(event, item, index)}
            onAnswer={(isAdded) => void answer(item, isAdded)}
          />
        ))}
      </ul>
      {older !== null && (
        <Button look="quiet" onPress={() => void read(older)}>
          Look further back
        </Button>
      )}
    </div>
  );
}

type SuggestedProps = {
  readonly item: SuggestionViewT;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onAnswer: (isAdded: boolean) => void;
};

function Suggested({ item, isTabStop, onFocus, onKey, onAnswer }: SuggestedProps) {
  return (
    <li className={styles.item} tabIndex={isTabStop ? 0 : -1} onFocus={onFocus} onKeyDown={onKey}>
      <Moment at={item.at} className={styles.time ?? ''} />
      <div className={styles.said}>
        <p className={styles.author}>
          <bdi>{harmless(item.by.name)}</bdi>
          <span className={styles.why}>
            {suggestionName(item.kind)}: {item.reasons.join(', ')}
          </span>
        </p>
        <RichText text={item.slackText} notation="slack" names={NOBODY} />
        {item.files.length > 0 && <EntryImages files={item.files} />}
      </div>
      <div className={styles.answers}>
        <Button onPress={() => onAnswer(true)}>
          <Plus {...ICON} /> Add to timeline
        </Button>
        <Button look="icon" label="Not for the timeline" onPress={() => onAnswer(false)}>
          <X {...ICON} />
        </Button>
      </div>
    </li>
  );
}
