import { choiceWords, nameIn, type RecordKind, textOf, textWords } from './record.ts';

export const HYPOTHESIS_MAX = 1_000;
export const EVIDENCE_MAX = 3_000;

export const HYPOTHESIS_STATES = ['open', 'confirmed', 'ruled-out'] as const;
export type HypothesisState = (typeof HYPOTHESIS_STATES)[number];

const STATE_NAMES: Readonly<Record<HypothesisState, string>> = {
  open: 'Open again',
  confirmed: 'Confirmed',
  'ruled-out': 'Ruled out',
};

/** What may be behind it, until it is confirmed or ruled out. */
export const HYPOTHESIS: RecordKind = {
  name: 'Hypothesis',
  glyph: '◇',
  title: 'text',
  fields: {
    text: textWords('text'),
    state: choiceWords('state', STATE_NAMES, (_to, text, state) => `${state ?? 'Open'}: ${text}`),
    evidence: textWords('evidence'),
  },
  added: (set) => {
    const state = textOf(set.state);
    const head = state === null || state === 'open' ? 'Hypothesis' : nameIn(STATE_NAMES, state);
    return `${head}: ${textOf(set.text) ?? ''}`;
  },
};
