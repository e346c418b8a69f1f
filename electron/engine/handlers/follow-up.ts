import { err } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import { type FollowUpRecord, followUps } from '../store/follow-ups.ts';
import type { CommandsOf, QueryHandlers } from './handler.ts';
import { personOrNull } from './people.ts';
import { addRecord, editRecord, findRecord, listRecords, type RecordOf } from './record.ts';

const FOLLOW_UP: RecordOf<FollowUpRecord> = { entity: 'follow_up', table: followUps };

/** What is for later is forgotten by then: done is what somebody can look up. */
const NOT_KNOWN = contractError(
  'invalid_input',
  'Say how we know that it is done.',
  'Write a sentence, or link the issue.',
);

export const followUpCommands: CommandsOf<'follow-up'> = {
  // Ideas soak before anybody commits to them, unless somebody says otherwise.
  'follow-up.add': (context, { incident, followUp, state = 'soaking', ...fields }) =>
    addRecord(context, FOLLOW_UP, incident, followUp, { ...fields, state }),
  'follow-up.edit': (context, { incident, followUp, ...fields }) => {
    const found = findRecord(context, FOLLOW_UP, incident, followUp);
    if (!found.ok) return found;
    const after = { ...found.value, ...fields };
    const isClosing = fields.state === 'done' && found.value.state !== 'done';
    const isKnown = (after.doneWhen ?? '') !== '' || (after.issueUrl ?? null) !== null;
    if (isClosing && !isKnown) return err(NOT_KNOWN);
    return editRecord(context, FOLLOW_UP, incident, followUp, fields);
  },
};

export const followUpQueries: Pick<QueryHandlers, 'follow-ups'> = {
  'follow-ups': (context, { incident }) =>
    listRecords(context, FOLLOW_UP, incident, (row) => ({
      ...row,
      owner: personOrNull(context.db, row.owner),
    })),
};
