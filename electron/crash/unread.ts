import { join } from 'node:path';
import { connectToRead, DATABASE_FILE } from '../engine/store/database-file.ts';
import type { Channel } from '../localslack/model.ts';
import type { Workspace } from '../localslack/workspace.ts';

/**
 * What a folder does not hold yet of the incidents' channels that its person can read, a channel a
 * line; empty when all of it was read. Looks beside the engine that runs there.
 */
export function unreadIn(profile: string, user: string, slack: Workspace): readonly string[] {
  const db = connectToRead(join(profile, DATABASE_FILE));
  try {
    const mirrored = db.prepare<[string], string>('SELECT ts FROM slack_message WHERE channel = ?');
    return slack
      .channels()
      .filter(({ name }) => name.startsWith('inc-'))
      .filter(({ isPrivate, members }) => !isPrivate || members.has(user))
      .flatMap((channel) => lacking(channel, new Set(mirrored.pluck().all(channel.id))));
  } finally {
    db.close();
  }
}

function lacking({ name, history }: Channel, mirrored: ReadonlySet<string>): readonly string[] {
  const missing = history.filter(({ ts }) => !mirrored.has(ts)).length;
  return missing === 0 ? [] : [`${missing} of ${history.length} messages of #${name} are not read`];
}
