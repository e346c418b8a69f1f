import { all, type Db, get, run } from './database.ts';

/** `listed`: someone who can be chosen (a person, not a bot, not deactivated). */
export type SlackUser = { readonly id: string; readonly name: string; readonly listed: boolean };

export function saveUser(db: Db, user: SlackUser): boolean {
  const changes = run(
    db,
    `INSERT INTO slack_user (id, name, listed) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, listed = excluded.listed
     WHERE slack_user.name <> excluded.name OR slack_user.listed <> excluded.listed`,
    user.id,
    user.name,
    user.listed ? 1 : 0,
  );
  return changes > 0;
}

export function userName(db: Db, id: string): string | null {
  const row = get<{ name: string }>(db, 'SELECT name FROM slack_user WHERE id = ?', id);
  return row === undefined || row.name === '' ? null : row.name;
}

/** People who can be chosen, by name. `limit` bounds a workspace of tens of thousands. */
export function listedUsers(
  db: Db,
  limit: number,
): { readonly id: string; readonly name: string }[] {
  return all(
    db,
    'SELECT id, name FROM slack_user WHERE listed = 1 ORDER BY name COLLATE NOCASE, id LIMIT ?',
    limit,
  );
}

/** Notes that somebody is mentioned here whose name we have still to ask for. */
export function meetUser(db: Db, id: string): void {
  run(db, `INSERT INTO slack_user (id, name, listed) VALUES (?, '', 0) ON CONFLICT DO NOTHING`, id);
}

/** Those whose names we have not fetched, some at a time. */
export function namelessUsers(db: Db, limit: number): string[] {
  return all<{ id: string }>(
    db,
    `SELECT id FROM slack_user WHERE name = '' ORDER BY id LIMIT ?`,
    limit,
  ).map((row) => row.id);
}
