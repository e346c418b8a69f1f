import { type FollowUpRecord, followUps } from '../store/follow-ups.ts';
import type { CommandsOf, QueryHandlers } from './handler.ts';
import { personOrNull } from './people.ts';
import { addRecord, editRecord, listRecords, type RecordOf } from './record.ts';

const FOLLOW_UP: RecordOf<FollowUpRecord> = { entity: 'follow_up', table: followUps };

export const followUpCommands: CommandsOf<'follow-up'> = {
  // Ideas soak before anybody commits to them, unless somebody says otherwise.
  'follow-up.add': (context, { incident, followUp, state = 'soaking', ...fields }) =>
    addRecord(context, FOLLOW_UP, incident, followUp, { ...fields, state }),
  'follow-up.edit': (context, { incident, followUp, ...fields }) =>
    editRecord(context, FOLLOW_UP, incident, followUp, fields),
};

export const followUpQueries: Pick<QueryHandlers, 'follow-ups'> = {
  'follow-ups': (context, { incident }) =>
    listRecords(context, FOLLOW_UP, incident, (row) => ({
      ...row,
      owner: personOrNull(context.db, row.owner),
    })),
};
