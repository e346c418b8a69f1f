import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import { DEFAULT_SEVERITY, SEVERITIES } from '#shared/domain/severity.ts';
import type { Db } from '../store/database.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { type Answer, type CommandsOf, DONE } from './handler.ts';

const SETTING = 'severities';

export const severityCommands: CommandsOf<'severities'> = {
  'severities.choose': (context, { severities }) => {
    writeSetting(context.db, SETTING, severities);
    context.emit({ view: 'settings' });
    return DONE;
  },
};

/** What can be chosen on this desktop, mildest first. */
export function severitiesOf(db: Db): readonly string[] {
  return readSetting<readonly string[]>(db, SETTING) ?? SEVERITIES;
}

/** The severity of an incident of which nobody said one. */
export function defaultSeverity(db: Db): string {
  const all = severitiesOf(db);
  return all.includes(DEFAULT_SEVERITY) ? DEFAULT_SEVERITY : (all[0] ?? DEFAULT_SEVERITY);
}

/** A severity that can be chosen here, or the words for there being no such. */
export function checkSeverity(db: Db, severity: string): Answer<string> {
  if (severitiesOf(db).includes(severity)) return ok(severity);
  return err(contractError('invalid_input', 'There is no such severity.'));
}
