import type { IncidentId } from '#shared/base/ids.ts';
import { all, type Db, get, run } from './database.ts';

/** What a nudge is about: one thing of one incident. */
export type NudgeAbout = {
  readonly incident: IncidentId;
  readonly rule: string;
  readonly subject: string;
};

/** Whether a nudge was told on this desktop for one of its due times. */
export function wasTold(db: Db, about: NudgeAbout, occasion: string): boolean {
  const { incident, rule, subject } = about;
  return (
    get(
      db,
      `SELECT 1 FROM nudge_told
       WHERE incident = ? AND rule = ? AND subject = ? AND occasion = ?`,
      incident,
      rule,
      subject,
      occasion,
    ) !== undefined
  );
}

export function noteTold(db: Db, about: NudgeAbout, occasion: string, at: number): void {
  run(
    db,
    `INSERT INTO nudge_told (incident, rule, subject, occasion, told_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    about.incident,
    about.rule,
    about.subject,
    occasion,
    at,
  );
}

/** A nudge that somebody put off. Times in ms since 1970. */
export type Snooze = NudgeAbout & {
  readonly since: number;
  readonly until: number;
  /** Empty where none was given. */
  readonly reason: string;
};

export function saveSnooze(db: Db, snooze: Snooze): void {
  run(
    db,
    `INSERT INTO nudge_snooze (incident, rule, subject, since, until, reason)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (incident, rule, subject) DO UPDATE SET since = excluded.since,
       until = excluded.until, reason = excluded.reason`,
    snooze.incident,
    snooze.rule,
    snooze.subject,
    snooze.since,
    snooze.until,
    snooze.reason,
  );
}

export function snoozesOf(db: Db, incident: IncidentId): Snooze[] {
  return all<Snooze>(
    db,
    `SELECT incident, rule, subject, since, until, reason FROM nudge_snooze WHERE incident = ?`,
    incident,
  );
}

/** Incidents that have follow-ups with a time at which to ask about them. */
export function incidentsToFollowUp(db: Db): IncidentId[] {
  return all<{ incident: IncidentId }>(
    db,
    `SELECT DISTINCT incident FROM follow_up
     WHERE deleted = 0 AND state IN ('soaking', 'open', 'committed')
       AND (soak_until IS NOT NULL OR due IS NOT NULL)`,
  ).map((row) => row.incident);
}
