import { type IdSource, randomCode } from '../base/ids.ts';
import { type KeyTime, keyTimeName } from './key-times.ts';
import { severityGlyph, severityName } from './severity.ts';
import { statusName } from './status.ts';
import { fromTo, type Words } from './words.ts';

/** Longest name we take: it must fit a Slack topic (250) beside severity, status and lead. */
export const NAME_MAX = 150;
/** Longest summary and longest impact: a screen of text each. */
export const SUMMARY_MAX = 5_000;
export const IMPACT_MAX = 2_000;

const CODE_LENGTH = 4;
const CODE_TRIES = 20;

/**
 * A short code that people can say ("INC-7F3K"). The incident's identity is its id: two desktops
 * that are offline may pick the same code, which then merely reads the same.
 * @param taken codes that this desktop knows already
 */
export function newIncidentCode(random: IdSource['random'], taken: ReadonlySet<string>): string {
  for (let i = 0; i < CODE_TRIES; i++) {
    const code = `INC-${randomCode(random, CODE_LENGTH)}`;
    if (!taken.has(code)) return code;
  }
  return `INC-${randomCode(random, CODE_LENGTH + 2)}`;
}

type FromTo<Kind extends string> = {
  readonly kind: Kind;
  readonly from: string | null;
  readonly to: string;
};

/** What an op did to the incident itself. */
export type IncidentChange =
  | {
      readonly kind: 'declared';
      readonly name: string;
      readonly severity: string;
      readonly private: boolean;
      /** It was over already, and is written down for what can be learned. */
      readonly retrospective?: true;
    }
  | FromTo<'renamed'>
  | FromTo<'severity'>
  | FromTo<'status'>
  /** An empty text takes it back. */
  | { readonly kind: 'summary'; readonly to: string }
  | { readonly kind: 'impact'; readonly to: string }
  | { readonly kind: 'visibility'; readonly private: boolean }
  | {
      readonly kind: 'key-time';
      readonly key: KeyTime;
      readonly from: number | null;
      readonly to: number | null;
    };

export const incidentWords: Words<IncidentChange> = {
  declared: {
    glyph: ({ severity }) => severityGlyph(severity),
    say: (change) =>
      `Declared ${change.retrospective === true ? 'after the fact ' : ''}(${severityName(change.severity)}${change.private ? ', private' : ''}): ${change.name}`,
  },
  renamed: {
    glyph: '✎',
    say: ({ from, to }) => (from === null ? `Name: ${to}` : `Renamed: ${from} → ${to}`),
  },
  severity: {
    glyph: ({ to }) => severityGlyph(to),
    say: ({ from, to }) => fromTo('Severity', from && severityName(from), severityName(to)),
  },
  status: {
    glyph: '●',
    say: ({ from, to }) => fromTo('Status', from && statusName(from), statusName(to)),
  },
  summary: {
    glyph: '✎',
    say: ({ to }) => (to === '' ? 'Summary taken back' : `Summary: ${to}`),
  },
  impact: { glyph: '✎', say: ({ to }) => (to === '' ? 'Impact taken back' : `Impact: ${to}`) },
  visibility: {
    glyph: '◌',
    say: (change) => (change.private ? 'Private from now on' : 'Public from now on'),
  },
  'key-time': {
    glyph: '◷',
    say: ({ key, from, to }, { timeOf }) =>
      to === null
        ? `${keyTimeName(key)}: as the status says`
        : fromTo(keyTimeName(key), from === null ? null : timeOf(from), timeOf(to)),
  },
};
