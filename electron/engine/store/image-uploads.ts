import type { IncidentId } from '#shared/base/ids.ts';
import type { Stamp } from '#shared/ops/stamp.ts';
import { all, type Db, get, remembered, run } from './database.ts';
import type { EntryImage } from './images.ts';

/**
 * How far an image has come on its way to Slack: `begun` when Slack gave it a place for its bytes,
 * `completing` when it was asked to share it and may have done so, `done`, or `refused` until a person
 * asks again. Without a row nothing has been done yet.
 */
export type UploadState = 'begun' | 'completing' | 'done' | 'refused';

export type ImageUpload = {
  readonly state: UploadState;
  /** Slack's id of the file, once there is one. */
  readonly file: string | null;
};

/** An image that is kept here, whose entry Slack knows, and that no file in its channel is known to be. */
export type WaitingImage = Pick<EntryImage, 'hash' | 'name' | 'type' | 'bytes'> & {
  readonly incident: IncidentId;
  readonly entry: string;
  readonly claim: string;
  /** What is to be seen on it; empty while nobody said. */
  readonly alt: string;
  /** Of the op that made the entry: who is to upload it. */
  readonly at: Stamp;
  /** Of the message that carries that op. */
  readonly carriedBy: string;
  readonly state: UploadState | null;
  readonly reason: string | null;
  readonly hint: string | null;
};

/** Images that have still to be uploaded, the oldest first. */
export function waitingImages(db: Db): readonly WaitingImage[] {
  return remembered(db, 'waiting images', () =>
    all<WaitingImage>(
      db,
      `SELECT image.incident, image.id AS entry, image.hash, image.claim, image.name, image.type,
         image.bytes, entry.text AS alt, op.at, op.slack_ts AS carriedBy, upload.state,
         upload.reason, upload.hint, min(op.slack_ts) AS first
       FROM entry_image AS image
       JOIN image AS kept ON kept.hash = image.hash
       JOIN entry ON entry.incident = image.incident AND entry.id = image.id
       JOIN op ON op.id = entry.op AND op.slack_ts IS NOT NULL
       JOIN slack_channel AS place ON place.incident = image.incident AND place.channel IS NOT NULL
       LEFT JOIN image_upload AS upload
         ON upload.incident = image.incident AND upload.hash = image.hash
       WHERE coalesce(upload.state, '') <> 'done' AND NOT EXISTS (
         SELECT 1 FROM slack_file AS file
         WHERE file.channel = place.channel AND file.claim = image.claim
           AND (file.hash IS NULL OR file.hash = image.hash))
       GROUP BY image.incident, image.hash ORDER BY first, image.hash`,
    ),
  );
}

export const isUploading = (db: Db, incident: IncidentId, hash: string): boolean =>
  waitingImages(db).some((image) => image.incident === incident && image.hash === hash);

export function uploadOf(db: Db, incident: IncidentId, hash: string): ImageUpload | null {
  const sql = 'SELECT state, file FROM image_upload WHERE incident = ? AND hash = ?';
  return get<ImageUpload>(db, sql, incident, hash) ?? null;
}

export function saveUpload(
  db: Db,
  incident: IncidentId,
  hash: string,
  { state, file }: ImageUpload,
): void {
  run(
    db,
    `INSERT OR REPLACE INTO image_upload (incident, hash, state, file) VALUES (?, ?, ?, ?)`,
    incident,
    hash,
    state,
    file,
  );
}

export function refuseUpload(
  db: Db,
  incident: IncidentId,
  hash: string,
  { message, hint }: { readonly message: string; readonly hint: string },
): void {
  run(
    db,
    `INSERT OR REPLACE INTO image_upload (incident, hash, state, reason, hint)
     VALUES (?, ?, 'refused', ?, ?)`,
    incident,
    hash,
    message,
    hint,
  );
}

/** A person says that what Slack refused may be tried again: of one incident, or of all. */
export function retryUploads(db: Db, incident: IncidentId | null): void {
  run(
    db,
    `DELETE FROM image_upload WHERE state = 'refused' AND incident = coalesce(?, incident)`,
    incident,
  );
}

/** Why an image of an incident is not in Slack, or null. */
export function uploadRefusal(
  db: Db,
  incident: IncidentId,
): { readonly message: string; readonly hint: string } | null {
  const refused = waitingImages(db).find(
    (image) => image.incident === incident && image.state === 'refused',
  );
  return refused === undefined ? null : { message: refused.reason ?? '', hint: refused.hint ?? '' };
}
