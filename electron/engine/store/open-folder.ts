import { z } from 'zod';
import type { IncidentId } from '#shared/base/ids.ts';
import type { Db } from './database.ts';
import { clearSetting, clearSettings, readSetting, writeSetting } from './settings.ts';

const FOLDER = 'folder';
const WRITTEN = 'folder.written ';

const Chosen = z.object({ path: z.string(), private: z.boolean() });
const Written = z.object({ files: z.array(z.string()), hash: z.string() });

export type ChosenFolder = z.infer<typeof Chosen>;
/** What stands in the folder of an incident: its files, and the hash of what is in them. */
export type WrittenFiles = z.infer<typeof Written>;

export function folderOf(db: Db): ChosenFolder | null {
  return readSetting(db, FOLDER, Chosen);
}

/** What was written in another folder says nothing of this one. */
export function saveFolder(db: Db, folder: ChosenFolder | null): void {
  if (folder?.path !== folderOf(db)?.path) clearSettings(db, WRITTEN);
  if (folder === null) clearSetting(db, FOLDER);
  else writeSetting(db, FOLDER, folder);
}

/** A row for each incident: there may be thousands, and one changes at a time. */
export function writtenFiles(db: Db, incident: IncidentId): WrittenFiles | null {
  return readSetting(db, `${WRITTEN}${incident}`, Written);
}

export function saveWritten(db: Db, incident: IncidentId, files: WrittenFiles | null): void {
  if (files === null) clearSetting(db, `${WRITTEN}${incident}`);
  else writeSetting(db, `${WRITTEN}${incident}`, files);
}
