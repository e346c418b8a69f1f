import type { IncidentId } from '#shared/base/ids.ts';
import { type Db, get, run } from './database.ts';

/** A document as some of the log's texts give it. */
export type DocumentCopy = {
  /** The names of the texts that are in it. */
  readonly texts: readonly string[];
  /** A Yjs update. */
  readonly bytes: Uint8Array;
};

/** The kept copy of an incident's document; null where there is none. */
export function documentCopy(db: Db, incident: IncidentId): DocumentCopy | null {
  const sql = 'SELECT texts, bytes FROM post_mortem_copy WHERE incident = ?';
  const found = get<{ texts: string; bytes: Uint8Array }>(db, sql, incident);
  return found === undefined ? null : { ...found, texts: JSON.parse(found.texts) as string[] };
}

export function keepDocumentCopy(db: Db, incident: IncidentId, copy: DocumentCopy): void {
  run(
    db,
    `INSERT INTO post_mortem_copy (incident, texts, bytes) VALUES (?, ?, ?)
     ON CONFLICT (incident) DO UPDATE SET texts = excluded.texts, bytes = excluded.bytes`,
    incident,
    JSON.stringify(copy.texts),
    Buffer.from(copy.bytes),
  );
}

export function forgetDocumentCopy(db: Db, incident: IncidentId): void {
  run(db, 'DELETE FROM post_mortem_copy WHERE incident = ?', incident);
}
