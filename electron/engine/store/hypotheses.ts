import { type RecordRow, recordTable } from './record-table.ts';

export type HypothesisRecord = RecordRow & {
  readonly text: string;
  readonly state: string;
  readonly evidence: string;
};

export const hypotheses = recordTable<HypothesisRecord>('hypothesis', {
  text: 'plain',
  state: 'plain',
  evidence: 'plain',
});
