import { z } from 'zod';
import { HOUR, MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import type { Context } from '../context.ts';
import {
  type Announcements,
  type AnnouncementsProblem,
  announcementsOf,
  saveAnnouncements,
} from '../store/announcements.ts';
import type { Attempt } from '../transport.ts';
import type { ChannelLists, FoundChannel, ListAsk } from './channel-lists.ts';
import type { SlackCall } from './client.ts';
import { isRefusal, readTroubleOf, refusalWords, type SlackFailure } from './failure.ts';

/** How long what Slack said about the channel holds: it may be renamed or archived meanwhile. */
const GOOD_FOR_MS = HOUR;
/** How often a channel that is in no order is looked at again. */
const AGAIN_MS = MINUTE;

/** What one session knows of the channel beyond the disk. */
export type PlaceWatch = {
  /** When Slack is next asked about the channel itself; 0 at a start: at once. */
  lookAt: number;
  /** False from a refused read on, until the channel is looked at again. */
  isReadable: boolean;
  /** When each incident's announcement was last seen, in ms since 1970. */
  readonly heard: Map<IncidentId, number>;
};

export const newPlaceWatch = (): PlaceWatch => ({ lookAt: 0, isReadable: true, heard: new Map() });

/** Who looks. */
export type Seeker = {
  readonly core: Pick<Context, 'ports' | 'db' | 'emit'>;
  readonly call: SlackCall;
  readonly lists: ChannelLists;
  readonly watch: PlaceWatch;
};

const Created = z.object({ channel: z.object({ id: z.string(), name: z.string() }) });
const Info = z.object({
  channel: z.object({
    id: z.string(),
    name: z.string(),
    is_archived: z.boolean().optional().catch(undefined),
  }),
});

const CHOOSE = 'or choose another announcements channel in Settings.';
const MEANS = 'Incidents declared here are not announced.';

const archived = (name: string): AnnouncementsProblem => ({
  message: `#${name} is archived in Slack. ${MEANS}`,
  hint: `Unarchive it in Slack and press Retry in Settings, ${CHOOSE}`,
});
const hidden = (name: string): AnnouncementsProblem => ({
  message: `Slack has a channel #${name} that you cannot see. ${MEANS}`,
  hint: `Ask to be added to it, ${CHOOSE}`,
});
const vanished = (name: string): AnnouncementsProblem => ({
  isGone: true,
  message: `#${name} is gone, or closed to your Slack account. ${MEANS}`,
  hint: `Press Retry in Settings to look for it anew, ${CHOOSE}`,
});
const refused = (said: AnnouncementsProblem): AnnouncementsProblem => ({
  message: `${said.message} ${MEANS}`,
  hint: `${said.hint} Or choose another announcements channel in Settings.`,
});

/**
 * The announcements channel: as remembered by its id, else found by name, else made. What stands in
 * the way becomes its `problem`; only trouble with Slack as a whole is an error.
 */
export async function announcementsPlace(seeker: Seeker): Attempt<Announcements> {
  const { core, watch } = seeker;
  const known = announcementsOf(core.db);
  const now = core.ports.clock.now();
  // A clock that was set back would leave the next look in a far future.
  if (now < watch.lookAt && watch.lookAt <= now + GOOD_FOR_MS) return ok(known);
  watch.isReadable = true;
  const looked =
    known.id === null ? await seek(seeker, known.name) : await inspect(seeker, known, known.id);
  if (!looked.ok) {
    if (!isRefusal(looked.error)) return err(readTroubleOf(looked.error, `#${known.name}`));
    return ok(setProblem(seeker, refused(refusalWords(looked.error, `#${known.name}`))));
  }
  watch.lookAt = now + (looked.value.problem === null ? GOOD_FOR_MS : AGAIN_MS);
  return looked;
}

/** Notes why nothing can be announced, tells the screens and looks again in a while. */
function setProblem(seeker: Seeker, problem: AnnouncementsProblem | null): Announcements {
  const { core, watch } = seeker;
  const known = announcementsOf(core.db);
  watch.lookAt = core.ports.clock.now() + (problem === null ? GOOD_FOR_MS : AGAIN_MS);
  return JSON.stringify(known.problem) === JSON.stringify(problem)
    ? known
    : save(seeker, { problem });
}

function save({ core }: Seeker, changed: Partial<Announcements>): Announcements {
  const saved = saveAnnouncements(core.db, changed);
  core.emit({ view: 'settings' });
  core.emit({ view: 'desk' });
  return saved;
}

/** A refused post to the announcements channel, as its problem. */
export function postRefused(seeker: Seeker, failure: SlackFailure): boolean {
  if (!isRefusal(failure)) return false;
  const { name } = announcementsOf(seeker.core.db);
  setProblem(seeker, refused(refusalWords(failure, `#${name}`)));
  return true;
}

/** A refused read of it; a problem that is known already says more. */
export function readRefused(seeker: Seeker, failure: SlackFailure): boolean {
  if (!isRefusal(failure)) return false;
  const { name, problem } = announcementsOf(seeker.core.db);
  seeker.watch.isReadable = false;
  if (problem !== null) return true;
  const said =
    failure.code === 'channel_not_found'
      ? vanished(name)
      : refused(refusalWords(failure, `#${name}`));
  setProblem(seeker, said);
  return true;
}

/** A person says that it is mended. One that was gone is looked for by its name. */
export function forgetProblem(core: Seeker['core'], watch: PlaceWatch): void {
  watch.lookAt = 0;
  const { problem } = announcementsOf(core.db);
  if (problem?.isGone === true) {
    saveAnnouncements(core.db, { id: null, readTo: null });
  }
}

type Looked = Promise<Result<Announcements, SlackFailure>>;

/** Follows a known channel: its name, and whether it is still open. */
async function inspect(seeker: Seeker, known: Announcements, id: string): Looked {
  const info = await seeker.call('conversations.info', { channel: id }, Info);
  if (!info.ok) {
    const { error } = info;
    const isGone = error.kind === 'platform' && error.code === 'channel_not_found';
    return isGone ? ok(setProblem(seeker, vanished(known.name))) : info;
  }
  const { name, is_archived = false } = info.value.channel;
  const now = name === known.name ? known : save(seeker, { name });
  const problem = is_archived ? archived(name) : null;
  return ok(problem === null && now.problem === null ? now : setProblem(seeker, problem));
}

async function seek(seeker: Seeker, name: string): Looked {
  const found = await findOrMake(seeker, name);
  if (!found.ok) return found;
  return ok(
    found.value === null
      ? setProblem(seeker, hidden(name))
      : take(seeker, found.value, found.value.is_archived ? archived(name) : null),
  );
}

function take(
  seeker: Seeker,
  { id, name }: Pick<FoundChannel, 'id' | 'name'>,
  problem: AnnouncementsProblem | null,
): Announcements {
  const known = announcementsOf(seeker.core.db);
  const readTo = known.id === id ? known.readTo : null;
  return save(seeker, { id, name, readTo, problem });
}

/** The channel of that name; a new one where there is none; null where it is there and unseen. */
async function findOrMake(
  { call, lists }: Pick<Seeker, 'call' | 'lists'>,
  name: string,
): Promise<Result<FoundChannel | null, SlackFailure>> {
  const open = await lists(PUBLIC);
  if (!open.ok) return open;
  const found = open.value.find((channel) => channel.name === name);
  if (found !== undefined) return ok(found);
  const made = await call('conversations.create', { name }, Created);
  if (made.ok) return ok(made.value.channel);
  const isTaken = made.error.kind === 'platform' && made.error.code === 'name_taken';
  return isTaken ? whoHasIt(lists, name) : made;
}

const PUBLIC: ListAsk = {
  by: 'the place',
  method: 'conversations.list',
  types: 'public_channel',
  exclude_archived: true,
};

/** Another desktop was quicker, or it is archived, or private with this person in it. */
async function whoHasIt(
  lists: ChannelLists,
  name: string,
): Promise<Result<FoundChannel | null, SlackFailure>> {
  const all = await lists({ ...PUBLIC, exclude_archived: false });
  if (!all.ok) return all;
  const found = all.value.find((channel) => channel.name === name);
  if (found !== undefined) return ok(found);
  const mine = await lists({
    by: 'the place',
    method: 'users.conversations',
    types: 'private_channel',
    exclude_archived: false,
  });
  if (!mine.ok) return mine;
  return ok(mine.value.find((channel) => channel.name === name) ?? null);
}

/** Slack's own rule for names, after what people type before them is taken off. */
const NAME = /^[\p{Ll}\p{Lo}\p{N}_-]{1,80}$/u;

/** A person names another channel. It is made where there is none. */
export async function chooseAnnouncements(
  seeker: Seeker,
  typed: string,
): Promise<Result<void, ContractError>> {
  const name = typed.trim().replace(/^#+/, '').toLowerCase();
  if (!NAME.test(name)) {
    return err(
      contractError(
        'invalid_input',
        'Slack channels are named in small letters, digits, - and _.',
        'Type the name as Slack shows it, for instance incidents.',
      ),
    );
  }
  const found = await findOrMake(seeker, name);
  if (!found.ok) return err(choiceError(found.error, name));
  if (found.value === null) {
    const { message } = hidden(name);
    return err(contractError('slack_refused', message, 'Ask to be added to it, then try again.'));
  }
  if (found.value.is_archived) {
    const hint = 'Unarchive it in Slack, or choose another name.';
    return err(contractError('slack_refused', `#${name} is archived in Slack.`, hint));
  }
  take(seeker, found.value, null);
  seeker.watch.lookAt = 0;
  return ok(undefined);
}

function choiceError(failure: SlackFailure, name: string): ContractError {
  if (isRefusal(failure)) {
    const { message, hint } = refusalWords(failure, `#${name}`);
    return contractError('slack_refused', message, hint);
  }
  const trouble = readTroubleOf(failure, `#${name}`);
  return trouble.kind === 'limited'
    ? contractError(
        'slack_unreachable',
        'Slack asks for a pause before the next try.',
        `Try again in ${Math.ceil(trouble.retryAfter / 1000)} s.`,
      )
    : contractError('slack_unreachable', trouble.message, 'Try again when Slack can be reached.');
}
