import type { Db } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';

/** The Slack workspace that a profile's channels and people are of. */
export type Workspace = { readonly id: string; readonly name: string };

const SETTING = 'slack.team';

/** Null before the first connection, and the first bundle. */
export function workspaceOf(db: Db): Workspace | null {
  return readSetting<Workspace>(db, SETTING);
}

export function keepWorkspace(db: Db, workspace: Workspace): void {
  writeSetting(db, SETTING, workspace);
}
