import type { CadenceViewT } from '#shared/contract/views/cadence.ts';
import type { Db } from '../store/database.ts';
import { severitiesOf } from '../store/severities.ts';
import { cadenceOf, chooseCadence } from '../store/update-clocks.ts';
import { type CommandsOf, DONE } from './handler.ts';
import { checkSeverity } from './severity.ts';

export const cadenceCommands: CommandsOf<'cadence'> = {
  'cadence.choose': (context, { severity, ...cadence }) => {
    const checked = checkSeverity(context.db, severity);
    if (!checked.ok) return checked;
    chooseCadence(context.db, severity, cadence);
    context.emit({ view: 'settings' });
    context.emit({ view: 'desk' });
    return DONE;
  },
};

/** The clocks of every severity that can be chosen, mildest first. */
export function cadenceViews(db: Db): CadenceViewT[] {
  return severitiesOf(db).map((severity) => ({ severity, ...cadenceOf(db, severity) }));
}
