import { ok } from '#shared/base/result.ts';
import { afterList, reviewDue } from '#shared/domain/after-list.ts';
import { KEY_TIMES, keyTimeName } from '#shared/domain/key-times.ts';
import { isOver } from '#shared/domain/status.ts';
import type { Db } from '../store/database.ts';
import { followUps } from '../store/follow-ups.ts';
import type { LedIncident } from '../store/incidents.ts';
import { relations } from '../store/relations.ts';
import { severitiesOf } from '../store/severities.ts';
import { situationOf } from '../store/situations.ts';
import { findIncident, type QueryHandlers } from './handler.ts';
import { endedAt, keyTimes } from './key-times.ts';

export const afterListQueries: Pick<QueryHandlers, 'after-list'> = {
  'after-list': (context, { incident, zone = 'UTC' }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const { db } = context;
    const { severity, status } = found.value;
    const { missing, lines } = listOf(db, found.value);
    const ended = isOver(status) ? endedAt(db, found.value) : null;
    return ok({
      items: [...lines],
      missingTimes: missing,
      proposed: ended === null ? null : reviewDue(ended, severity, severitiesOf(db), zone),
    });
  },
};

function listOf(db: Db, incident: LedIncident) {
  const { id, impact, status } = incident;
  const { severityConfirmed, review } = situationOf(db, id);
  const times = keyTimes(db, incident);
  const missing = KEY_TIMES.filter(
    (key) => times[key] === null && (key !== 'closed' || status === 'closed'),
  );
  const open = followUps.of(db, id).filter(({ state }) => state !== 'done' && state !== 'dropped');
  const lines = afterList({
    ...{ severityConfirmed, impact, review },
    missingTimes: missing.map(keyTimeName),
    related: relations.of(db, id).length,
    followUps: followUps.of(db, id).length,
    unowned: open.filter(({ owner }) => owner === null).length,
  });
  return { missing, lines };
}
