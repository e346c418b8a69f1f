import { z } from 'zod';
import { err, ok } from '#shared/base/result.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { namelessUsers, type SlackUser, saveUser } from '../store/slack-users.ts';
import type { Attempt } from '../transport.ts';
import type { SlackCall } from './client.ts';
import { readTroubleOf } from './failure.ts';

/** How many names are asked for one by one in a pass. */
const NAMELESS_MAX = 20;

const User = z.object({
  id: z.string(),
  name: z.string().catch(''),
  deleted: z.boolean().catch(false),
  is_bot: z.boolean().catch(false),
  profile: z
    .object({ display_name: z.string().catch(''), real_name: z.string().catch('') })
    .catch({ display_name: '', real_name: '' }),
});
const Users = z.object({
  members: z.array(User),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
const OneUser = z.object({ user: User });

/** The name colleagues use: display name, else real name, else login. */
function toSlackUser(user: z.infer<typeof User>): SlackUser {
  const { display_name, real_name } = user.profile;
  const name = [display_name, real_name, user.name, user.id].find((text) => text.trim() !== '');
  // Slackbot is no bot by Slack's own mark.
  const listed = !user.deleted && !user.is_bot && user.id !== 'USLACKBOT';
  return { id: user.id, name: name ?? user.id, listed };
}

/** Where a walk through everybody stands. */
export type PeopleWalk = { cursor: string };

/**
 * Reads everybody in the workspace, page by page; a walk that was cut short goes on where it stood,
 * since a workspace of tens of thousands takes more calls than Slack gives in a minute.
 * Tells whether a name changed.
 */
export async function readAllPeople(call: SlackCall, db: Db, walk: PeopleWalk): Attempt<boolean> {
  let changed = false;
  do {
    const args = { limit: 200, ...(walk.cursor === '' ? {} : { cursor: walk.cursor }) };
    const page = await call('users.list', args, Users);
    if (!page.ok) {
      // A cursor is perishable; an old one is refused, and the walk begins anew.
      if (page.error.kind === 'platform') walk.cursor = '';
      return err(readTroubleOf(page.error, 'the list of people'));
    }
    inTransaction(db, () => {
      for (const user of page.value.members) changed = saveUser(db, toSlackUser(user)) || changed;
    });
    walk.cursor = page.value.response_metadata?.next_cursor ?? '';
  } while (walk.cursor !== '');
  return ok(changed);
}

/** Asks for people who turned up since (guests of a shared channel, newcomers). */
export async function readNameless(call: SlackCall, db: Db): Attempt<boolean> {
  const ids = namelessUsers(db, NAMELESS_MAX);
  for (const id of ids) {
    const answer = await call('users.info', { user: id }, OneUser);
    if (answer.ok) saveUser(db, { ...toSlackUser(answer.value.user), id });
    // Slack does not know them either: the id is the name then, and nobody asks again.
    else if (answer.error.kind === 'platform') saveUser(db, { id, name: id, listed: false });
    else return err(readTroubleOf(answer.error, 'the list of people'));
  }
  return ok(ids.length > 0);
}
