import { z } from 'zod';
import { type Db, get, remembered, run } from './database.ts';

/**
 * Reads a setting that this program wrote as JSON; null when it was never set, cannot be read, or is not
 * of the shape that is expected.
 */
export function readSetting<T>(db: Db, key: string, shape: z.ZodType<T>): T | null {
  const text = remembered(db, `setting ${key}`, () => {
    const row = get<{ value: string }>(db, 'SELECT value FROM setting WHERE key = ?', key);
    return row?.value ?? null;
  });
  if (text === null) return null;
  try {
    const read = shape.safeParse(JSON.parse(text));
    // A broken row counts as unset: every setting has a default, and none is worth not starting for.
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** A setting of many parts, each by its name; a part that is not of its shape is left out. */
export function readSettings<T>(
  db: Db,
  key: string,
  shape: z.ZodType<T>,
): Readonly<Record<string, T>> {
  const parts = readSetting(db, key, z.record(z.string(), z.unknown())) ?? {};
  const read = Object.entries(parts).flatMap(([name, part]) => {
    const { success, data } = shape.safeParse(part);
    return success ? [[name, data] as const] : [];
  });
  return Object.fromEntries(read);
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

/** Clears all settings whose names begin so. */
export function clearSettings(db: Db, prefix: string): void {
  run(db, 'DELETE FROM setting WHERE substr(key, 1, ?) = ?', prefix.length, prefix);
}
