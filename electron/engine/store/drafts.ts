import { all, type Db } from './database.ts';
import { clearSetting, writeSetting } from './settings.ts';

/** Keys of settings that begin so hold drafts. */
const PREFIX = 'draft ';
/** The first key behind all of them. */
const BEHIND = 'draft!';

export type Draft = { readonly key: string; readonly text: string };

/** Keeps what somebody is writing; an empty text forgets it. */
export function keepDraft(db: Db, key: string, text: string): void {
  if (text === '') clearSetting(db, PREFIX + key);
  else writeSetting(db, PREFIX + key, text);
}

export function draftsKept(db: Db): Draft[] {
  return all<{ key: string; value: string }>(
    db,
    'SELECT key, value FROM setting WHERE key > ? AND key < ? ORDER BY key',
    PREFIX,
    BEHIND,
  ).map(({ key, value }) => ({ key: key.slice(PREFIX.length), text: JSON.parse(value) as string }));
}
