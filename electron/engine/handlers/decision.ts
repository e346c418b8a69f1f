import { type DecisionRecord, decisions } from '../store/decisions.ts';
import type { CommandsOf, QueryHandlers } from './handler.ts';
import { addRecord, editRecord, listRecords, type RecordOf } from './record.ts';

const DECISION: RecordOf<DecisionRecord> = { entity: 'decision', table: decisions };

export const decisionCommands: CommandsOf<'decision'> = {
  'decision.add': (context, { incident, decision, ...fields }) =>
    addRecord(context, DECISION, incident, decision, fields),
  'decision.edit': (context, { incident, decision, ...fields }) =>
    editRecord(context, DECISION, incident, decision, fields),
};

export const decisionQueries: Pick<QueryHandlers, 'decisions'> = {
  decisions: (context, { incident }) =>
    listRecords(context, DECISION, incident, (row) => ({ ...row, options: [...row.options] })),
};
