import type { IncidentId } from '#shared/base/ids.ts';
import type { ParticipantViewT } from '#shared/contract/views/record.ts';
import { participantKey } from '#shared/domain/participant.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { fieldValue } from '#shared/ops/merge.ts';
import { commitEdits } from '../context.ts';
import type { Db } from '../store/database.ts';
import { entityState } from '../store/entities.ts';
import { authorsOf, participantsOf, speakersOf } from '../store/participants.ts';
import { rolesOf } from '../store/roles.ts';
import { channelOf } from '../store/slack-channels.ts';
import { type CommandsOf, DONE, findIncident } from './handler.ts';
import { personView } from './people.ts';

export const participantCommands: CommandsOf<'participant'> = {
  'participant.set': (context, { incident, person, present }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const entity = `participant:${participantKey(person)}`;
    // Nothing written is not the same as let go: somebody may take part by a role alone.
    if (fieldValue(entityState(context.db, incident, entity), 'present') !== present) {
      commitEdits(context, incident, [{ entity, set: { person, present } }]);
    }
    return DONE;
  },
};

/**
 * Who takes part: those with a role or an action, those who changed or said something, and those
 * who were brought in by hand. Somebody who was let go stays among them, as released.
 * @param owners of actions and the like
 */
export function participantViews(
  db: Db,
  incident: IncidentId,
  owners: readonly (PersonRef | null)[],
): readonly ParticipantViewT[] {
  const channel = channelOf(db, incident)?.channel ?? null;
  const roles = rolesOf(db, incident).filter(({ deleted }) => !deleted);
  const byHand = participantsOf(db, incident);
  const everybody = new Set<PersonRef | null>([
    ...roles.map(({ person }) => person),
    ...owners,
    ...authorsOf(db, incident),
    ...(channel === null ? [] : speakersOf(db, channel)),
    ...byHand.map(({ person }) => person),
  ]);
  const released = new Set(byHand.filter(({ present }) => !present).map(({ person }) => person));
  return [...everybody]
    .filter((ref) => ref !== null)
    .map((ref) => ({ ...personView(db, ref), released: released.has(ref) }));
}
