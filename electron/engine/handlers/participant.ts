import type { IncidentId } from '#shared/base/ids.ts';
import type { ParticipantViewT } from '#shared/contract/views/record.ts';
import { participantKey } from '#shared/domain/participant.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { fieldStamp, fieldValue, textField } from '#shared/ops/merge.ts';
import { tsAt } from '#shared/ops/slack-ts.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import { commitEdits } from '../context.ts';
import type { Db } from '../store/database.ts';
import { entityState } from '../store/entities.ts';
import { authorsOf, participantsOf, speakersOf } from '../store/participants.ts';
import { hasChangedSince, hasSpokenSince } from '../store/participation.ts';
import { type RoleRecord, rolesOf } from '../store/roles.ts';
import { channelOf } from '../store/slack-channels.ts';
import { type CommandsOf, DONE, findIncident } from './handler.ts';
import { personView } from './people.ts';

export const participantCommands: Omit<CommandsOf<'participant'>, 'participant.release'> = {
  'participant.set': (context, { incident, person, present }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const { db } = context;
    const id = participantKey(person);
    const entity = `participant:${id}`;
    // Nothing written is not the same as let go: somebody may take part by a role alone.
    const said = fieldValue(entityState(db, incident, entity), 'present');
    if (said !== present || (!present && hasActedSince(db, incident, id))) {
      commitEdits(context, incident, [{ entity, set: { person, present } }]);
    }
    return DONE;
  },
};

/**
 * Who takes part: those with a role or an action, those who changed or said something, and those
 * who were brought in by hand. Somebody who was let go stays among them, as released, until they do or
 * say something again, or are given a role: then it was not the end of it.
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
  const released = new Set(
    byHand
      .filter(({ id, present }) => !present && !hasActedSince(db, incident, id))
      .map(({ person }) => person),
  );
  return [...everybody]
    .filter((ref) => ref !== null)
    .map((ref) => ({ ...personView(db, ref), released: released.has(ref) }));
}

/** Whether somebody did something after the last word on whether they take part. */
function hasActedSince(db: Db, incident: IncidentId, id: string): boolean {
  const channel = channelOf(db, incident)?.channel ?? null;
  const state = entityState(db, incident, `participant:${id}`);
  const since = fieldStamp(state, 'present');
  const person = textField(state, 'person');
  if (since === null || person === null) return false;
  const hasTaken = ({ role }: RoleRecord) => {
    const given = fieldStamp(entityState(db, incident, `role:${role}`), 'person');
    return given !== null && given > since;
  };
  return (
    hasChangedSince(db, incident, person, since) ||
    (channel !== null && hasSpokenSince(db, channel, person, tsAt(stampMs(since)))) ||
    rolesOf(db, incident).some((role) => role.person === person && !role.deleted && hasTaken(role))
  );
}
