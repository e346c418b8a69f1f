import type { IncidentId } from '#shared/base/ids.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { all, type Db, get } from './database.ts';
import { type RecordRow, recordTable } from './record-table.ts';

export type FollowUpRecord = RecordRow & {
  readonly text: string;
  readonly type: string | null;
  readonly owner: PersonRef | null;
  readonly state: string;
  /** ms since 1970, like `due`. */
  readonly soakUntil: number | null;
  readonly due: number | null;
  /** How we know that it is done; empty while nobody said. */
  readonly doneWhen: string;
  /** `https://…`, or null. */
  readonly issueUrl: string | null;
};

export const followUps = recordTable<FollowUpRecord>('follow_up', {
  text: 'plain',
  type: 'plain',
  owner: 'plain',
  state: 'plain',
  soakUntil: 'plain',
  due: 'plain',
  doneWhen: 'plain',
  issueUrl: 'plain',
});

export type FollowUpOf = FollowUpRecord & { readonly incident: IncidentId };

/** Only of incidents that are known here: a follow-up may come before its incident does. */
const EVERY = `FROM follow_up JOIN incident ON incident.id = follow_up.incident
  WHERE follow_up.deleted = 0`;

/** The follow-ups of all incidents: what is left to do by when it is due, then what is settled. */
export function allFollowUps(db: Db, limit: number): readonly FollowUpOf[] {
  const places = all<{ incident: IncidentId; id: string }>(
    db,
    `SELECT follow_up.incident, follow_up.id ${EVERY}
     ORDER BY state IN ('done', 'dropped'), due IS NULL, due,
       CASE WHEN state IN ('done', 'dropped') THEN -added_at ELSE added_at END, follow_up.id
     LIMIT ?`,
    limit,
  );
  return places.flatMap(({ incident, id }) => {
    const row = followUps.byId(db, incident, id);
    return row === null ? [] : [{ ...row, incident }];
  });
}

export function countFollowUps(db: Db): number {
  return get<{ n: number }>(db, `SELECT COUNT(*) AS n ${EVERY}`)?.n ?? 0;
}
