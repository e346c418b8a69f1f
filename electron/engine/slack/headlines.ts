import { z } from 'zod';
import { DAY } from '#shared/base/duration.ts';
import type { IncidentId, OpId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { changesOf } from '#shared/ops/change-of.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import { readAccount } from '../account.ts';
import { type AnnouncementRoot, forgetRoot, rootOf } from '../store/announcement-threads.ts';
import { announcementsOf } from '../store/announcements.ts';
import { type Db, inTransaction } from '../store/database.ts';
import {
  dropAnnouncedHeadlines,
  dropHeadlines,
  dropHeadlinesOf,
  type Headline,
  headlinesOf,
  refuseHeadlines,
  setHeadlineState,
} from '../store/headlines.ts';
import { incidentById } from '../store/incidents.ts';
import { loggedOp, valueBefore } from '../store/ops.ts';
import { nameOf } from '../store/people.ts';
import type { Attempt } from '../transport.ts';
import { POST_EVERY_MS, READ_LAG_MS } from './announcements.ts';
import { postRefused, type Seeker } from './announcements-place.ts';
import { isRefusal, readTroubleOf, refusalWords, type SlackFailure, troubleOf } from './failure.ts';
import { messageIn } from './history-message.ts';
import { callAsMember } from './member-call.ts';
import { type Readable, readable, type ToldOp } from './message.ts';

/** The event type of headlines: replies to an incident's announcement. */
export const HEADLINE_EVENT = 'quarterdeck_headline';

/** Most changes one reply tells. */
const DIGEST_MAX = 30;
/** Longest a change may get in a thread that people read on the side. */
const LINE_MAX = 600;
/** How far this desktop's clock may have been off when a headline was queued. */
const CLOCK_ERROR_MS = DAY;

/** Codes that are the whole channel's: nothing can be told there, of no incident. */
const OF_THE_CHANNEL = new Set(['is_archived', 'channel_not_found', 'not_in_channel']);
/** Codes that say the announcement itself is gone. */
const ROOT_GONE = new Set(['thread_not_found', 'message_not_found']);

const Posted = z.object({ ts: z.string() });
const Told = z.object({ ids: z.string() });
const Replies = z.object({
  messages: z.array(z.unknown()),
  response_metadata: z
    .object({ next_cursor: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/**
 * Tells what changed of an incident in the thread of its announcement: all that waits in one reply.
 * What may be there already is looked for first, twice, before it is posted again.
 * @returns ms to leave before anything else is said there
 */
export async function postHeadlines(seeker: Seeker, id: IncidentId): Attempt<number> {
  const { db } = seeker.core;
  const incident = incidentById(db, id);
  const root = rootOf(db, id);
  if (incident === null || incident.private || root === null) {
    dropHeadlinesOf(db, id);
    return ok(0);
  }
  // Found again by an old copy of the file, they would not be in the thread and be told there late.
  dropAnnouncedHeadlines(db, id, root.ts);
  const rows = headlinesOf(db, id, DIGEST_MAX);
  if (rows.length === 0) return ok(0);
  const doubtful = rows.filter((row) => row.state !== 'queued');
  return doubtful.length > 0 ? lookFor(seeker, root, doubtful) : tell(seeker, id, root, rows);
}

async function tell(
  seeker: Seeker,
  id: IncidentId,
  root: AnnouncementRoot,
  rows: readonly Headline[],
): Attempt<number> {
  const { core, call } = seeker;
  const ops = rows.map((row) => row.op);
  setHeadlineState(core.db, ops, 'sending');
  const { text, blocks } = said(core.db, ops);
  if (text === '') {
    // Their rows are damaged: what is not known cannot be told.
    dropHeadlines(core.db, ops);
    return ok(0);
  }
  const posted = await callAsMember(
    call,
    'chat.postMessage',
    {
      channel: root.channel,
      thread_ts: root.ts,
      text,
      blocks,
      unfurl_links: false,
      unfurl_media: false,
      metadata: {
        event_type: HEADLINE_EVENT,
        event_payload: { v: 1, incident: id, ids: ops.join(',') },
      },
    },
    Posted,
  );
  if (posted.ok) {
    dropHeadlines(core.db, ops);
    return ok(POST_EVERY_MS);
  }
  const trouble = troubleOf(posted.error, `#${announcementsOf(core.db).name}`);
  if (trouble.kind === 'unclear') return err(trouble);
  setHeadlineState(core.db, ops, 'queued');
  return isRefusal(posted.error) ? refused(seeker, id, root, posted.error) : err(trouble);
}

/** Each refusal ends the matter here: a headline is never worth holding anything up. */
function refused(
  seeker: Seeker,
  id: IncidentId,
  root: AnnouncementRoot,
  failure: Extract<SlackFailure, { kind: 'platform' }>,
): Result<number, never> {
  const { db, ports } = seeker.core;
  const isOfChannel = OF_THE_CHANNEL.has(failure.code);
  const place = announcementsOf(db);
  if (isOfChannel && root.channel === place.id) {
    postRefused(seeker, failure);
  } else if (isOfChannel || ROOT_GONE.has(failure.code)) {
    // Another channel was chosen since, or the announcement was deleted: nobody reads there.
    ports.log({ level: 'warn', event: 'slack.thread-gone', detail: { code: failure.code } });
    inTransaction(db, () => {
      forgetRoot(db, id);
      dropHeadlinesOf(db, id);
    });
  } else {
    const { message, hint } = refusalWords(failure, `#${place.name}`);
    const why = { message: `Its announcement does not tell the latest. ${message}`, hint };
    refuseHeadlines(
      db,
      headlinesOf(db, id, DIGEST_MAX).map((row) => row.op),
      why,
    );
    seeker.core.emit({ view: 'incident', incident: id });
  }
  return ok(0);
}

/** Looks in the thread for headlines that may be there. */
async function lookFor(
  seeker: Seeker,
  root: AnnouncementRoot,
  rows: readonly Headline[],
): Attempt<number> {
  const { db } = seeker.core;
  const since = Math.min(...rows.map((row) => row.queuedAt)) - CLOCK_ERROR_MS;
  const found = await toldSince(seeker, root, since);
  if (!found.ok) {
    const { error } = found;
    const first = rows[0];
    if (first !== undefined && isRefusal(error))
      return refused(seeker, first.incident, root, error);
    return err(readTroubleOf(error, `#${announcementsOf(db).name}`));
  }
  inTransaction(db, () => {
    for (const { op, state } of rows) {
      if (found.value.has(op)) dropHeadlines(db, [op]);
      else setHeadlineState(db, [op], state === 'missed' ? 'queued' : 'missed');
    }
  });
  return ok(rows.every(({ op }) => found.value.has(op)) ? 0 : READ_LAG_MS);
}

/** Ids of the ops that a thread tells of since a time. */
async function toldSince(
  { call }: Seeker,
  root: AnnouncementRoot,
  since: number,
): Promise<Result<ReadonlySet<OpId>, SlackFailure>> {
  const told = new Set<OpId>();
  const oldest = `${Math.max(1, Math.floor(since / 1000))}.000000`;
  const args = { channel: root.channel, ts: root.ts, limit: 200, include_all_metadata: true };
  for (let cursor = ''; ; ) {
    const page = await callAsMember(
      call,
      'conversations.replies',
      { ...args, oldest, ...(cursor === '' ? {} : { cursor }) },
      Replies,
    );
    if (!page.ok) return page;
    for (const message of page.value.messages) {
      const metadata = messageIn(message)?.metadata;
      const payload = Told.safeParse(metadata?.event_payload);
      if (metadata?.event_type !== HEADLINE_EVENT || !payload.success) continue;
      for (const op of payload.data.ids.split(',')) told.add(op as OpId);
    }
    cursor = page.value.response_metadata?.next_cursor ?? '';
    if (cursor === '') return ok(told);
  }
}

function said(db: Db, ops: readonly OpId[]): Readable {
  const account = readAccount(db);
  const told = ops.flatMap((id): ToldOp[] => {
    const logged = loggedOp(db, id);
    if (logged === null) return [];
    const { op } = logged;
    return [
      {
        changes: changesOf(op, (field) => valueBefore(db, logged, field)),
        by: op.by === account?.user ? null : nameOf(db, op.by),
        at: stampMs(logged.stamp),
      },
    ];
  });
  return readable(told, (ref) => nameOf(db, ref), LINE_MAX);
}
