import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { Db } from '../store/database.ts';
import { chooseSeverities, severitiesOf } from '../store/severities.ts';
import { type Answer, type CommandsOf, DONE } from './handler.ts';

export const severityCommands: CommandsOf<'severities'> = {
  'severities.choose': (context, { severities }) => {
    chooseSeverities(context.db, severities);
    context.emit({ view: 'settings' });
    return DONE;
  },
};

/** A severity that can be chosen here, or the words for there being no such. */
export function checkSeverity(db: Db, severity: string): Answer<string> {
  if (severitiesOf(db).includes(severity)) return ok(severity);
  return err(contractError('invalid_input', 'There is no such severity.'));
}
