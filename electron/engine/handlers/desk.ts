import { ok } from '#shared/base/result.ts';
import type { DeskViewT, IncidentRowT } from '#shared/contract/views.ts';
import { type Phase, phaseOf } from '#shared/domain/status.ts';
import { readAccount } from '../account.ts';
import { announcementsOf } from '../store/announcements.ts';
import type { Db } from '../store/database.ts';
import { incidentsByTime, type LedIncident } from '../store/incidents.ts';
import { updatesDue } from '../store/update-clocks.ts';
import type { QueryHandlers } from './handler.ts';
import { endedAt } from './key-times.ts';
import { personOrNull } from './people.ts';
import { storageNotice } from './storage-notice.ts';

/** How many finished incidents the Desk lists; the rest are found by search. */
const RECENT_MAX = 50;

export function incidentRow(db: Db, incident: LedIncident): IncidentRowT {
  const due = updatesDue(db, incident);
  return {
    ...incident,
    lead: personOrNull(db, incident.lead),
    endedAt: endedAt(db, incident),
    nextUpdateDue: due[0]?.at ?? null,
    updatesDue: [...due],
  };
}

/** Only where Slack is in use: before that nobody expects an announcement. */
function announcementsNotice(db: Db): DeskViewT['notice'] {
  return readAccount(db) === null ? null : announcementsOf(db).problem;
}

export const deskQueries: Pick<QueryHandlers, 'desk'> = {
  desk: ({ db }) => {
    const all = incidentsByTime(db);
    const rows = (phase: Phase, max?: number) =>
      all
        .filter((incident) => phaseOf(incident.status) === phase)
        .slice(0, max)
        .map((incident) => incidentRow(db, incident));
    return ok({
      notice: storageNotice(db) ?? announcementsNotice(db),
      active: rows('active'),
      after: rows('after'),
      recent: rows('recent', RECENT_MAX),
    });
  },
};
