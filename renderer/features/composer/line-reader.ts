import type { IncidentViewT, SettingsViewT } from '#shared/contract/views.ts';
import type { LineReader } from '#shared/domain/composer-line.ts';
import { severityName } from '#shared/domain/severity.ts';
import { readersZone } from '../time/zone.ts';

/** What the lines of an incident are read against. */
export function lineReader(
  incident: IncidentViewT,
  settings: SettingsViewT | null,
): Omit<LineReader, 'now'> {
  const own = incident.roles.map(({ role, name }) => ({ key: role, name }));
  const usual = (settings?.roles ?? []).filter(({ role }) => own.every(({ key }) => key !== role));
  const severities = settings?.severities ?? [];
  return {
    zone: readersZone(),
    me: settings?.me.ref ?? null,
    people: incident.people,
    severities:
      severities.length > 0
        ? severities
        : [{ key: incident.severity, name: severityName(incident.severity) }],
    roles: [...own, ...usual.map(({ role, name }) => ({ key: role, name }))],
  };
}
