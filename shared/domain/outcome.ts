/** What came of an action or of a decision, when somebody looked: did it work? */
export const OUTCOMES = ['yes', 'no', 'too-early'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  yes: 'it worked',
  no: 'it did not work',
  'too-early': 'too early to say',
};
