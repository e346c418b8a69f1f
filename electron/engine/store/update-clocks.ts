import type { IncidentId } from '#shared/base/ids.ts';
import { CadenceView } from '#shared/contract/views/cadence.ts';
import {
  type Cadence,
  type ClockState,
  defaultCadence,
  type Told,
  type UpdateDue,
  updateDue,
} from '#shared/domain/cadence.ts';
import { phaseOf } from '#shared/domain/status.ts';
import { AUDIENCES, type Audience } from '#shared/domain/update.ts';
import { type Db, get } from './database.ts';
import type { IncidentRecord } from './incidents.ts';
import { readSettings, writeSetting } from './settings.ts';
import { severitiesOf } from './severities.ts';
import { situationOf } from './situations.ts';
import { severityHistory, statusHistory } from './statuses.ts';

const SETTING = 'cadences';
const Chosen = CadenceView.pick({ internal: true, external: true });

/** The clocks of a severity, as the team set them on this desktop. */
export function cadenceOf(db: Db, severity: string): Cadence {
  const chosen = readSettings(db, SETTING, Chosen);
  const own = Object.hasOwn(chosen, severity) ? chosen[severity] : undefined;
  return own ?? defaultCadence(severity, severitiesOf(db));
}

export function chooseCadence(db: Db, severity: string, cadence: Cadence): void {
  const chosen = readSettings(db, SETTING, Chosen);
  writeSetting(db, SETTING, { ...chosen, [severity]: cadence });
}

/** Whether an incident owes anybody updates: it runs, and nobody paused it. */
export const owesUpdates = (status: string) => phaseOf(status) === 'active' && status !== 'paused';

/** What the two clocks of an incident go by. */
export function updateClocks(
  db: Db,
  { id, severity }: Pick<IncidentRecord, 'id' | 'severity'>,
): readonly ClockState[] {
  const { longEvery, madeAt } = situationOf(db, id);
  const running = runningSince(db, id, madeAt);
  const cadence = cadenceOf(db, severity);
  return AUDIENCES.map((audience) => {
    const { count, last } = toldSoFar(db, id, audience);
    const asked = last === null ? askedSince(db, id, audience, madeAt) : madeAt;
    const since = Math.max(running, asked);
    return { audience, rhythm: cadence[audience], longEvery, since, count, last };
  });
}

/** When the next updates are due, the earliest first. An incident that is over or paused owes none. */
export function updatesDue(
  db: Db,
  incident: Pick<IncidentRecord, 'id' | 'severity' | 'status'>,
): readonly UpdateDue[] {
  if (!owesUpdates(incident.status)) return [];
  return updateClocks(db, incident)
    .map(updateDue)
    .filter((due) => due !== null)
    .sort((a, b) => a.at - b.at);
}

/** Since when it runs: its declaration, or when it was last taken up again. */
function runningSince(db: Db, id: IncidentId, madeAt: number): number {
  const steps = statusHistory(db, id);
  const stood = steps.findLastIndex(({ status }) => !owesUpdates(status));
  return stood < 0 ? madeAt : (steps[stood + 1]?.at ?? madeAt);
}

/** Since when its severity, without a break, asks that this audience is told. */
function askedSince(db: Db, id: IncidentId, audience: Audience, madeAt: number): number {
  const steps = severityHistory(db, id);
  const silent = steps.findLastIndex(({ severity }) => cadenceOf(db, severity)[audience] === null);
  return silent < 0 ? madeAt : (steps[silent + 1]?.at ?? madeAt);
}

function toldSoFar(
  db: Db,
  incident: IncidentId,
  audience: Audience,
): { readonly count: number; readonly last: Told | null } {
  const where = 'FROM incident_update WHERE incident = ? AND audience = ? AND deleted = 0';
  const last = get<Told>(
    db,
    `SELECT added_at AS at, next_by AS nextBy ${where} ORDER BY added_at DESC, id DESC LIMIT 1`,
    incident,
    audience,
  );
  // One or more than one is all the clock asks for.
  const second = `SELECT 1 ${where} ORDER BY added_at LIMIT 1 OFFSET 1`;
  const isMany = get(db, second, incident, audience) !== undefined;
  return { count: last === undefined ? 0 : isMany ? 2 : 1, last: last ?? null };
}
