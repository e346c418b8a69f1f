import type { IncidentId } from '#shared/base/ids.ts';
import type { ImageFacts } from '#shared/domain/image.ts';
import { all, type Db, get, run } from './database.ts';
import type { FileState } from './slack-files.ts';

/** An image that somebody added, whose bytes are in this profile. */
export type KeptImage = ImageFacts & { readonly hash: string; readonly bytes: number };

/** An image as an entry of the timeline tells of it. */
export type EntryImage = ImageFacts & {
  readonly hash: string;
  readonly name: string;
  readonly bytes: number;
};

const KEPT = 'hash, type, bytes, width, height';
const OF_ENTRY = 'hash, name, type, bytes, width, height';

/** @param now ms since 1970 */
export function saveImage(
  db: Db,
  { hash, type, bytes, width, height }: KeptImage,
  now: number,
): void {
  run(
    db,
    `INSERT INTO image (${KEPT}, kept_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (hash) DO UPDATE SET kept_at = excluded.kept_at`,
    hash,
    type,
    bytes,
    width,
    height,
    Math.floor(now),
  );
}

export function imageByHash(db: Db, hash: string): KeptImage | null {
  return get<KeptImage>(db, `SELECT ${KEPT} FROM image WHERE hash = ?`, hash) ?? null;
}

export function forgetImage(db: Db, hash: string): void {
  run(db, 'DELETE FROM image WHERE hash = ?', hash);
}

/**
 * Images kept before a moment that no entry shows, no change in the log speaks of, and nobody is about
 * to add. @param before ms since 1970
 */
export function unusedImages(db: Db, before: number): string[] {
  const rows = all<{ hash: string }>(
    db,
    `SELECT hash FROM image WHERE kept_at < ?
       AND hash NOT IN (SELECT hash FROM entry_image)
       AND NOT EXISTS (SELECT 1 FROM setting WHERE key LIKE 'draft %' AND instr(value, hash) > 0)
       AND NOT EXISTS (SELECT 1 FROM op WHERE entity LIKE 'entry:%' AND instr(fields, hash) > 0)`,
    Math.floor(before),
  );
  return rows.map(({ hash }) => hash);
}

export function keptImages(db: Db): ReadonlySet<string> {
  return new Set(all<{ hash: string }>(db, 'SELECT hash FROM image').map(({ hash }) => hash));
}

export function saveEntryImage(
  db: Db,
  incident: IncidentId,
  id: string,
  image: EntryImage & { readonly claim: string },
): void {
  run(
    db,
    `INSERT OR REPLACE INTO entry_image (incident, id, claim, ${OF_ENTRY})
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    incident,
    id,
    image.claim,
    image.hash,
    image.name,
    image.type,
    image.bytes,
    image.width,
    image.height,
  );
}

export function removeEntryImage(db: Db, incident: IncidentId, id: string): void {
  run(db, 'DELETE FROM entry_image WHERE incident = ? AND id = ?', incident, id);
}

export function imageOfEntry(db: Db, incident: IncidentId, id: string): EntryImage | null {
  const sql = `SELECT ${OF_ENTRY} FROM entry_image WHERE incident = ? AND id = ?`;
  return get<EntryImage>(db, sql, incident, id) ?? null;
}

/** Images that entries of an incident show and that are kept here, the newest first. */
export function keptImagesOf(db: Db, incident: IncidentId): KeptImage[] {
  return all<KeptImage>(
    db,
    `SELECT ${KEPT} FROM image
     WHERE hash IN (SELECT hash FROM entry_image WHERE incident = ?) ORDER BY kept_at DESC, hash`,
    incident,
  );
}

/** How many images entries of an incident show, here or not. */
export function imageCountOf(db: Db, incident: IncidentId): number {
  const sql = 'SELECT count(DISTINCT hash) AS n FROM entry_image WHERE incident = ?';
  return get<{ n: number }>(db, sql, incident)?.n ?? 0;
}

/** A file in Slack that is an image somebody added, or says so. */
export type SharedImage = { readonly id: string; readonly state: FileState };

/** A file whose bytes, when they were here, turned out to be an image; wherever it was shared. */
export function fileOfImage(db: Db, hash: string): SharedImage | null {
  const sql = 'SELECT id, state FROM slack_file WHERE hash = ? ORDER BY state = ? DESC, id LIMIT 1';
  return get<SharedImage>(db, sql, hash, 'kept') ?? null;
}

/** A file of a channel that says by its name to be an image, and has not turned out to be another. */
export function fileClaiming(
  db: Db,
  channel: string,
  { hash, claim }: { readonly hash: string; readonly claim: string },
): SharedImage | null {
  return (
    get<SharedImage>(
      db,
      `SELECT id, state FROM slack_file WHERE channel = ? AND claim = ?
         AND (hash IS NULL OR hash = ?) ORDER BY ts LIMIT 1`,
      channel,
      claim,
      hash,
    ) ?? null
  );
}

/** Whether an image whose hash begins so is kept here. */
export function hasClaimed(db: Db, claim: string): boolean {
  const sql = 'SELECT 1 FROM image WHERE hash >= ? AND hash < ?';
  return get(db, sql, claim, `${claim}g`) !== undefined;
}
