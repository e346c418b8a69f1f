import { type Db, get, remembered, run } from './database.ts';

/** Reads a setting that this program wrote as JSON; null when it was never set or cannot be read. */
export function readSetting<T>(db: Db, key: string): T | null {
  const text = remembered(db, `setting ${key}`, () => {
    const row = get<{ value: string }>(db, 'SELECT value FROM setting WHERE key = ?', key);
    return row?.value ?? null;
  });
  if (text === null) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    // A broken row counts as unset: every setting has a default, and none is worth not starting for.
    return null;
  }
}

export function writeSetting(db: Db, key: string, value: unknown): void {
  run(
    db,
    `INSERT INTO setting (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    key,
    JSON.stringify(value),
  );
}

export function clearSetting(db: Db, key: string): void {
  run(db, 'DELETE FROM setting WHERE key = ?', key);
}
