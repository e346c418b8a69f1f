import { type HypothesisRecord, hypotheses } from '../store/hypotheses.ts';
import type { CommandsOf, QueryHandlers } from './handler.ts';
import { addRecord, editRecord, listRecords, type RecordOf } from './record.ts';

const HYPOTHESIS: RecordOf<HypothesisRecord> = { entity: 'hypothesis', table: hypotheses };

export const hypothesisCommands: CommandsOf<'hypothesis'> = {
  'hypothesis.add': (context, { incident, hypothesis, ...fields }) =>
    addRecord(context, HYPOTHESIS, incident, hypothesis, { ...fields, state: 'open' }),
  'hypothesis.edit': (context, { incident, hypothesis, ...fields }) =>
    editRecord(context, HYPOTHESIS, incident, hypothesis, fields),
};

export const hypothesisQueries: Pick<QueryHandlers, 'hypotheses'> = {
  hypotheses: (context, { incident }) => listRecords(context, HYPOTHESIS, incident, (row) => row),
};
