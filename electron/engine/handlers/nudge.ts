import { MINUTE } from '#shared/base/duration.ts';
import { newUlid } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { nudgeTitle } from '#shared/domain/nudge.ts';
import { me } from '../account.ts';
import { commitEdits } from '../context.ts';
import { entryById } from '../store/entries.ts';
import { type CommandsOf, DONE, findIncident, type QueryHandlers } from './handler.ts';

export const nudgeCommands: CommandsOf<'nudge'> = {
  'nudge.snooze': (context, { incident, rule, subject, minutes, reason = '', entry }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const { db, ports, nudges } = context;
    const since = ports.clock.now();
    const isAgain = entry !== undefined && entryById(db, incident, entry) !== null;
    if (isAgain) return DONE;
    const until = since + minutes * MINUTE;
    nudges.snooze({ incident, rule, subject, since, until, reason });
    // Why the lead put something off is what the review asks; what anybody else does is their own.
    if (reason !== '' && found.value.lead === me(context)) {
      const id = entry ?? newUlid({ now: ports.clock.now, random: ports.random });
      const text = `${nudgeTitle(rule)} put off by ${minutes} min: ${reason}`;
      commitEdits(context, incident, [{ entity: `entry:${id}`, set: { kind: 'note', text } }]);
    }
    return DONE;
  },
};

export const nudgeQueries: Pick<QueryHandlers, 'nudges'> = {
  nudges: (context) => ok({ items: [...context.nudges.list()] }),
};
