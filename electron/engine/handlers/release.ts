import { participantKey } from '#shared/domain/participant.ts';
import { commitEdits } from '../context.ts';
import { actions } from '../store/actions.ts';
import { entryById } from '../store/entries.ts';
import { nameOf } from '../store/people.ts';
import { type CommandHandlers, DONE, findIncident } from './handler.ts';
import { participantViews } from './participant.ts';

export const releaseCommands: Pick<CommandHandlers, 'participant.release'> = {
  'participant.release': (context, { incident, stay, entry }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const { db } = context;
    if (entryById(db, incident, entry) !== null) return DONE;
    const { lead } = found.value;
    const staying = [...new Set([...(lead === null ? [] : [lead]), ...stay])];
    const owners = actions.of(db, incident).map(({ owner }) => owner);
    const going = participantViews(db, incident, owners).filter(
      ({ ref, released }) => !released && !staying.includes(ref),
    );
    // Who stays is said, not who leaves: nobody is sent away.
    const names = staying.map((ref) => nameOf(db, ref)).join(', ');
    const text = `Staying on: ${names || 'nobody'}. Everybody else is free to go, thank you.`;
    commitEdits(context, incident, [
      { entity: `entry:${entry}`, set: { kind: 'note', text } },
      ...going.map(({ ref }) => ({
        entity: `participant:${participantKey(ref)}`,
        set: { person: ref, present: false },
      })),
    ]);
    return DONE;
  },
};
