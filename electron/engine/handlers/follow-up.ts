import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import { soaksUntil } from '#shared/domain/follow-up.ts';
import { isOver } from '#shared/domain/status.ts';
import type { Db } from '../store/database.ts';
import {
  allFollowUps,
  countFollowUps,
  type FollowUpRecord,
  followUps,
} from '../store/follow-ups.ts';
import { incidentById, type LedIncident } from '../store/incidents.ts';
import { type CommandsOf, findIncident, type QueryHandlers } from './handler.ts';
import { personOrNull } from './people.ts';
import { addRecord, editRecord, findRecord, listRecords, madeBy, type RecordOf } from './record.ts';

export const FOLLOW_UP: RecordOf<FollowUpRecord> = { entity: 'follow_up', table: followUps };

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

/** Open ones are fewer than this in any team that ever closes one. */
const ALL_MAX = 2_000;

export const followUpQueries: Pick<QueryHandlers, 'follow-ups' | 'all-follow-ups'> = {
  'follow-ups': (context, { incident }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    return listRecords(context, FOLLOW_UP, incident, (row) =>
      ownedView(context.db, row, found.value),
    );
  },
  'all-follow-ups': ({ db }) => {
    const rows = allFollowUps(db, ALL_MAX);
    const items = rows.flatMap((row) => {
      const incident = incidentById(db, row.incident);
      if (incident === null) return [];
      const { code, name, private: isPrivate } = incident;
      return [
        { ...ownedView(db, row, incident), ...madeBy(db, row), code, name, private: isPrivate },
      ];
    });
    return ok({ items, more: countFollowUps(db) - rows.length });
  },
};

const ownedView = <Row extends FollowUpRecord>(
  db: Db,
  row: Row,
  { status, endedAt }: LedIncident,
) => ({
  ...row,
  owner: personOrNull(db, row.owner),
  soakUntil: soaksUntil(row, isOver(status) ? endedAt : null),
});
