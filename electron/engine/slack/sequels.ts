import type { IncidentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import { announcementsOf } from '../store/announcements.ts';
import { type Db, remembered } from '../store/database.ts';
import { headlinesDue, retryHeadlines } from '../store/headlines.ts';
import { retryUploads } from '../store/image-uploads.ts';
import { nameOf } from '../store/people.ts';
import { retryShares } from '../store/post-mortem-shares.ts';
import { channelOf, retryTopics, topicsDue, unannounced } from '../store/slack-channels.ts';
import { incidentsWithRemovals } from '../store/slack-removals.ts';
import type { Attempt } from '../transport.ts';
import { announce } from './announcements.ts';
import type { Seeker } from './announcements-place.ts';
import { setTopic } from './channel.ts';
import { postHeadlines } from './headlines.ts';
import { uploadImage, uploadsOwed } from './image-upload.ts';
import { sharePostMortem, sharesOwed } from './post-mortem-share.ts';
import { settleRemoval } from './removals.ts';

/** Incidents that owe something. While nothing can be announced, no announcement is owed. */
export function owedBy(core: Pick<Seeker['core'], 'db' | 'ports'>): readonly IncidentId[] {
  const { db } = core;
  const owed = remembered(db, 'owed', () => {
    const told = [...announcementsOwed(db), ...headlinesOwed(db), ...topicsDue(db)];
    return [...new Set([...told, ...incidentsWithRemovals(db)])];
  });
  const files = [...uploadsOwed(core), ...sharesOwed(core)];
  return files.length === 0 ? owed : [...new Set([...owed, ...files])];
}

/** A person says that what Slack refused may be tried again: of one incident, or of all. */
export function retryOwed(db: Db, incident: IncidentId | null): void {
  retryTopics(db, incident);
  retryHeadlines(db, incident);
  retryUploads(db, incident);
  retryShares(db, incident);
}

const announcementsOwed = (db: Db): readonly IncidentId[] =>
  announcementsOf(db).problem === null ? unannounced(db) : [];

const headlinesOwed = (db: Db): readonly IncidentId[] =>
  announcementsOf(db).problem === null ? headlinesDue(db) : [];

/**
 * One step: the announcement first, since others wait for it, then what changed since, then the
 * topic, then images, then post-mortems, then what is of no use. Answers the ms to leave after it.
 */
export async function settleOwed(seeker: Seeker, id: IncidentId): Attempt<number> {
  const { db } = seeker.core;
  if (announcementsOwed(db).includes(id)) return announce(seeker, id);
  if (headlinesOwed(db).includes(id)) return postHeadlines(seeker, id);
  if (!topicsDue(db).includes(id)) {
    if (uploadsOwed(seeker.core).includes(id)) return uploadImage(seeker, id);
    const isShared = sharesOwed(seeker.core).includes(id);
    return isShared ? sharePostMortem(seeker, id) : settleRemoval(seeker, id);
  }
  const named = ({ lead }: { readonly lead: PersonRef | null }) =>
    lead === null ? null : nameOf(db, lead);
  const refusedBefore = channelOf(db, id)?.refusal ?? null;
  const set = await setTopic(seeker.call, db, id, named);
  if (!set.ok) return set;
  if (refusedBefore !== (channelOf(db, id)?.refusal ?? null)) {
    seeker.core.emit({ view: 'incident', incident: id });
  }
  return ok(0);
}
