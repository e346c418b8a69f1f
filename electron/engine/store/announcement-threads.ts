import type { IncidentId } from '#shared/base/ids.ts';
import { type Db, get, remembered, run } from './database.ts';

/** Where an incident's announcement stands: the root of the thread that its headlines go to. */
export type AnnouncementRoot = { readonly channel: string; readonly ts: string };

export function rootOf(db: Db, incident: IncidentId): AnnouncementRoot | null {
  const row = get<{ channel: string | null; ts: string | null }>(
    db,
    'SELECT root_channel AS channel, root_ts AS ts FROM slack_channel WHERE incident = ?',
    incident,
  );
  if (row === undefined || row.channel === null || row.ts === null) return null;
  return { channel: row.channel, ts: row.ts };
}

/** The incident whose announcement stands there, or null. */
export function incidentOfRoot(db: Db, channel: string, ts: string): IncidentId | null {
  const row = get<{ incident: IncidentId }>(
    db,
    'SELECT incident FROM slack_channel WHERE root_channel = ? AND root_ts = ?',
    channel,
    ts,
  );
  return row?.incident ?? null;
}

/** Notes an announcement. Of several (a post that went through twice) the first counts everywhere. */
export function noteRoot(db: Db, incident: IncidentId, { channel, ts }: AnnouncementRoot): void {
  run(
    db,
    `UPDATE slack_channel SET root_channel = ?, root_ts = ?
     WHERE incident = ? AND (root_ts IS NULL OR (root_channel = ? AND root_ts > ?))`,
    channel,
    ts,
    incident,
    channel,
    ts,
  );
}

/** The announcement was deleted, or its thread is closed to us. */
export function forgetRoot(db: Db, incident: IncidentId): void {
  run(
    db,
    'UPDATE slack_channel SET root_channel = NULL, root_ts = NULL WHERE incident = ?',
    incident,
  );
}

/** Notes the latest reply of an announcement's thread, as its root shows it. Never moves back. */
export function noteReply(db: Db, incident: IncidentId, latest: string): void {
  run(
    db,
    `UPDATE slack_channel SET reply_seen = ?
     WHERE incident = ? AND (reply_seen IS NULL OR reply_seen < ?)`,
    latest,
    incident,
    latest,
  );
}

/** The latest reply that was seen, and the one up to which the incident was read. */
export function repliesOf(
  db: Db,
  incident: IncidentId,
): { readonly seen: string | null; readonly read: string | null } {
  type Row = { readonly seen: string | null; readonly read: string | null };
  const sql = 'SELECT reply_seen AS seen, reply_read AS read FROM slack_channel WHERE incident = ?';
  return remembered(
    db,
    `replies ${incident}`,
    () => get<Row>(db, sql, incident) ?? { seen: null, read: null },
  );
}

/** The incident was read after this reply had been seen. */
export function setReplyRead(db: Db, incident: IncidentId, reply: string): void {
  run(
    db,
    'UPDATE slack_channel SET reply_read = ? WHERE incident = ? AND reply_read IS NOT ?',
    reply,
    incident,
    reply,
  );
}
