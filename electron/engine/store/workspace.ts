import { z } from 'zod';
import type { Db } from './database.ts';
import { readSetting, writeSetting } from './settings.ts';

/** The Slack workspace that a profile's channels and people are of. */
const Workspace = z.object({ id: z.string(), name: z.string() }).readonly();
export type Workspace = z.infer<typeof Workspace>;

const SETTING = 'slack.team';

/** Null before the first connection, and the first bundle. */
export function workspaceOf(db: Db): Workspace | null {
  return readSetting(db, SETTING, Workspace);
}

export function keepWorkspace(db: Db, workspace: Workspace): void {
  writeSetting(db, SETTING, workspace);
}
