import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { HandoverViewT } from '#shared/contract/views/record.ts';
import { me } from '../account.ts';
import { commitEdits } from '../context.ts';
import type { Db } from '../store/database.ts';
import { type HandoverRecord, handovers } from '../store/handovers.ts';
import { nameOf } from '../store/people.ts';
import { roleOf } from '../store/roles.ts';
import { type Answer, type CommandsOf, DONE, type HandlerContext } from './handler.ts';
import { personOrNull, personView } from './people.ts';
import { addRecord, editRecord, findRecord, madeBy, type RecordOf } from './record.ts';

const HANDOVER: RecordOf<HandoverRecord> = { entity: 'handover', table: handovers };

export const handoverCommands: CommandsOf<'handover'> = {
  'handover.offer': (context, { incident, handover, role, to, brief }) => {
    const from = roleOf(context.db, incident, role)?.person ?? null;
    const known = handovers.byId(context.db, incident, handover);
    if (known === null && from === to) {
      const who = nameOf(context.db, to);
      return err(contractError('not_possible', `${who} has this role already.`));
    }
    const fields = { role, from, to, brief, state: 'offered' };
    return addRecord(context, HANDOVER, incident, handover, fields);
  },
  'handover.accept': (context, { incident, handover }) => {
    const found = answerable(context, incident, handover, 'accepted');
    if (!found.ok) return found;
    const offer = found.value;
    if (offer === null) return DONE;
    // One transaction and one message: the brief is confirmed and the role has changed hands.
    commitEdits(context, incident, [
      { entity: `handover:${handover}`, set: { state: 'accepted' } },
      { entity: `role:${offer.role}`, set: { person: offer.to } },
    ]);
    return DONE;
  },
  'handover.decline': (context, { incident, handover }) => {
    const found = answerable(context, incident, handover, 'declined');
    if (!found.ok) return found;
    if (found.value === null) return DONE;
    return editRecord(context, HANDOVER, incident, handover, { state: 'declined' });
  },
  'handover.withdraw': (context, { incident, handover }) => {
    const found = findOpen(context, incident, handover, 'withdrawn');
    if (!found.ok) return found;
    if (found.value === null) return DONE;
    return editRecord(context, HANDOVER, incident, handover, { state: 'withdrawn' });
  },
};

/** An offer that I may answer; null when it was answered just so before. */
function answerable(
  context: HandlerContext,
  incident: IncidentId,
  id: string,
  answer: string,
): Answer<HandoverRecord | null> {
  const found = findOpen(context, incident, id, answer);
  if (!found.ok || found.value === null || found.value.to === me(context)) return found;
  const who = nameOf(context.db, found.value.to);
  return err(
    contractError(
      'not_possible',
      `Only ${who} can answer this hand-over.`,
      `If ${who} said so aloud, give them the role instead.`,
    ),
  );
}

/** An offer that is still open; null when it is `state` already. */
function findOpen(
  context: HandlerContext,
  incident: IncidentId,
  id: string,
  state: string,
): Answer<HandoverRecord | null> {
  const found = findRecord(context, HANDOVER, incident, id);
  if (!found.ok) return found;
  if (found.value.state === state) return ok(null);
  if (found.value.state === 'offered') return found;
  return err(
    contractError(
      'not_possible',
      'This hand-over has been answered or taken back already.',
      'Offer it again if it is still meant.',
    ),
  );
}

/** What is on offer now. */
export function handoverViews(db: Db, incident: IncidentId): readonly HandoverViewT[] {
  return handovers
    .of(db, incident)
    .filter(({ state }) => state === 'offered')
    .map((offer) => ({
      ...offer,
      ...madeBy(db, offer),
      from: personOrNull(db, offer.from),
      to: personView(db, offer.to),
    }));
}
