import { OUTCOME_NAMES } from './outcome.ts';
import { choiceWords, listWords, type RecordKind, textOf, textWords, timeWords } from './record.ts';

export const QUESTION_MAX = 500;
export const OPTION_MAX = 300;
/** More than these is no decision but a discussion. */
export const OPTIONS_MAX = 12;
export const REASON_MAX = 3_000;
export const EXPECTED_MAX = 1_000;

/** What was asked, what was chosen and why, and what it should bring about by when. */
export const DECISION: RecordKind = {
  name: 'Decision',
  glyph: '⚖',
  title: 'question',
  fields: {
    question: textWords('question'),
    options: listWords('options'),
    choice: textWords('choice', (_to, question, choice) => decided(question, choice)),
    reason: textWords('reason'),
    expected: textWords('expected effect'),
    expectedBy: timeWords('expected by'),
    outcome: choiceWords('outcome', OUTCOME_NAMES),
  },
  added: (set) => {
    const said = decided(textOf(set.question) ?? '', textOf(set.choice));
    const reason = textOf(set.reason);
    return reason === null ? said : `${said} · ${reason}`;
  },
};

function decided(question: string, choice: string | null): string {
  if (choice === null) return `To decide: ${question}`;
  // Written down when it was made: nobody asked first.
  return question === choice ? `Decision: ${choice}` : `Decision: ${question} → ${choice}`;
}
