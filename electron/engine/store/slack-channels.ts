import type { IncidentId } from '#shared/base/ids.ts';
import { all, type Db, get, remembered, run } from './database.ts';

/**
 * `due`: this desktop made the channel and has still to announce it; `sent`: an announcement may
 * be on its way; `missed`: it was, and one look did not find it; `done`: it is there, or another
 * desktop's task, or there is none (private).
 */
export type AnnounceState = 'due' | 'sent' | 'missed' | 'done';

/** Where an incident lives in Slack. `channel` is null while its creation is unsettled. */
export type SlackChannel = {
  readonly incident: IncidentId;
  readonly channel: string | null;
  readonly name: string;
  /** The topic as this desktop last set it. */
  readonly topic: string | null;
  readonly announce: AnnounceState;
  /** A `ts` close above the declaration, where it is known: where a huge channel is read first. */
  readonly head: string | null;
  /** Why Slack did not take what follows a change (its topic), and what to do; null when it did. */
  readonly refusal: string | null;
  readonly refusalHint: string | null;
};

const COLUMNS = `incident, channel, name, topic, announce, head, refusal,
  refusal_hint AS refusalHint`;

export function channelOf(db: Db, incident: IncidentId): SlackChannel | null {
  const sql = `SELECT ${COLUMNS} FROM slack_channel WHERE incident = ?`;
  const ask = () => get<SlackChannel>(db, sql, incident) ?? null;
  return remembered(db, `channel ${incident}`, ask);
}

export function incidentOfChannel(db: Db, channel: string): IncidentId | null {
  const row = get<{ incident: IncidentId }>(
    db,
    'SELECT incident FROM slack_channel WHERE channel = ?',
    channel,
  );
  return row?.incident ?? null;
}

export function allChannels(db: Db): readonly SlackChannel[] {
  const ask = () => all<SlackChannel>(db, `SELECT ${COLUMNS} FROM slack_channel`);
  return remembered(db, 'channels', ask);
}

/**
 * Incidents whose announcement this desktop still owes, once nothing of theirs is on its way: what it
 * says by itself would else be told below it again.
 */
export function unannounced(db: Db): IncidentId[] {
  return all<{ incident: IncidentId }>(
    db,
    `SELECT incident FROM slack_channel
     WHERE announce <> 'done' AND channel IS NOT NULL
       AND incident NOT IN
         (SELECT incident FROM outbox WHERE state IN ('queued', 'sending', 'unknown'))`,
  ).map((row) => row.incident);
}

/** After an old copy was put back: what it has still to announce may have been announced since. */
export function doubtAnnouncements(db: Db): void {
  run(db, `UPDATE slack_channel SET announce = 'sent' WHERE announce IN ('due', 'missed')`);
}

export function saveChannel(
  db: Db,
  channel: Pick<SlackChannel, 'incident' | 'channel' | 'name' | 'announce'>,
): void {
  run(
    db,
    `INSERT INTO slack_channel (incident, channel, name, announce) VALUES (?, ?, ?, ?)
     ON CONFLICT (incident) DO UPDATE SET channel = excluded.channel, name = excluded.name,
       announce = excluded.announce`,
    channel.incident,
    channel.channel,
    channel.name,
    channel.announce,
  );
}

/** A change went out from here: the topic may have to follow. */
export function setTopicDue(db: Db, incident: IncidentId): void {
  run(db, 'UPDATE slack_channel SET topic_due = 1 WHERE incident = ?', incident);
}

/** Incidents whose topic has to be looked at, once nothing of theirs is on its way any more. */
export function topicsDue(db: Db): IncidentId[] {
  return all<{ incident: IncidentId }>(
    db,
    `SELECT incident FROM slack_channel
     WHERE topic_due = 1 AND channel IS NOT NULL AND incident NOT IN
       (SELECT incident FROM outbox WHERE state IN ('queued', 'sending', 'unknown'))`,
  ).map((row) => row.incident);
}

export function setTopicSent(db: Db, incident: IncidentId, topic: string | null): void {
  run(
    db,
    `UPDATE slack_channel SET topic = ?, topic_due = 0, refusal = NULL, refusal_hint = NULL
     WHERE incident = ?`,
    topic,
    incident,
  );
}

/** Slack does not take the topic: nobody tries again before the next change or a person's word. */
export function setTopicRefused(
  db: Db,
  incident: IncidentId,
  why: { readonly message: string; readonly hint: string },
): void {
  run(
    db,
    'UPDATE slack_channel SET topic_due = 0, refusal = ?, refusal_hint = ? WHERE incident = ?',
    why.message,
    why.hint,
    incident,
  );
}

/** A person says that what Slack refused may be tried again: of one incident, or of all. */
export function retryTopics(db: Db, incident: IncidentId | null): void {
  run(
    db,
    'UPDATE slack_channel SET topic_due = 1 WHERE refusal IS NOT NULL AND incident = coalesce(?, incident)',
    incident,
  );
}

export function setAnnounce(db: Db, incident: IncidentId, state: AnnounceState): void {
  run(db, 'UPDATE slack_channel SET announce = ? WHERE incident = ?', state, incident);
}

/** Notes a `ts` close above the declaration. The first word counts. */
export function setHead(db: Db, incident: IncidentId, ts: string): void {
  run(db, 'UPDATE slack_channel SET head = ? WHERE incident = ? AND head IS NULL', ts, incident);
}

/** Lets the rest of a huge channel be read in the background, or stops that. */
export function setBackfill(db: Db, incident: IncidentId, wanted: boolean): void {
  run(db, 'UPDATE slack_channel SET backfill = ? WHERE incident = ?', wanted ? 1 : 0, incident);
}
