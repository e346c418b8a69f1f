import type { DecisionViewT } from '#shared/contract/views/record.ts';

/** What stands in the fields of a decision. */
export type DecisionFields = {
  readonly question: string;
  /** One a line. */
  readonly options: string;
  readonly choice: string;
  readonly reason: string;
  readonly expected: string;
  /** Minutes from now, as a key of `spanChoices`; empty while nobody touched it. */
  readonly by: string;
};

const EMPTY: DecisionFields = {
  question: '',
  options: '',
  choice: '',
  reason: '',
  expected: '',
  by: '',
};

export function fieldsOf(decision: DecisionViewT | null): DecisionFields {
  if (decision === null) return EMPTY;
  const { question, options, choice, reason, expected } = decision;
  return { question, options: options.join('\n'), choice, reason, expected, by: '' };
}

/** The options of a text with one a line. */
export const optionsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Fields as a draft keeps them; empty where there is nothing to keep. */
export function writeFields(fields: DecisionFields): string {
  return Object.values(fields).every((text) => text === '') ? '' : JSON.stringify(fields);
}

/** Null where nothing was kept, or nothing that can be read. */
export function readFields(text: string): DecisionFields | null {
  if (text === '') return null;
  try {
    const read = JSON.parse(text) as Record<string, unknown>;
    const isWhole = Object.keys(EMPTY).every((name) => typeof read[name] === 'string');
    return isWhole ? (read as DecisionFields) : null;
  } catch {
    return null;
  }
}
