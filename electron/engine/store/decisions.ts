import { type RecordRow, recordTable } from './record-table.ts';

export type DecisionRecord = RecordRow & {
  readonly question: string;
  readonly options: readonly string[];
  /** Empty while it is not decided. */
  readonly choice: string;
  readonly reason: string;
  readonly expected: string;
  /** ms since 1970. */
  readonly expectedBy: number | null;
  readonly outcome: string | null;
};

export const decisions = recordTable<DecisionRecord>('decision', {
  question: 'plain',
  options: 'json',
  choice: 'plain',
  reason: 'plain',
  expected: 'plain',
  expectedBy: 'plain',
  outcome: 'plain',
});
