import { createHash } from 'node:crypto';
import type { IncidentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { PostMortemShareViewT } from '#shared/contract/views/post-mortem.ts';
import { slackNow } from '../log/clock-offset.ts';
import { inTransaction } from '../store/database.ts';
import { askToShare, isTakenAway, postMortemShares } from '../store/post-mortem-shares.ts';
import { situationOf } from '../store/situations.ts';
import { channelOf } from '../store/slack-channels.ts';
import {
  type CommandHandlers,
  DONE,
  findIncident,
  type HandlerContext,
  type QueryHandlers,
} from './handler.ts';
import { personOrNull } from './people.ts';
import { evidenceQueries } from './post-mortem-evidence.ts';
import { postMortemFile } from './post-mortem-export.ts';

export const shareCommands: Pick<CommandHandlers, 'post-mortem.share'> = {
  'post-mortem.share': async (context, { incident, zone = 'UTC' }) => {
    const { db, ports } = context;
    const made = await postMortemFile(context, incident, 'markdown', zone);
    if (!made.ok) return made;
    const { name, bytes } = made.value;
    // While an incident goes on its spans grow: that alone makes no other version.
    const version = await postMortemFile(context, incident, 'markdown', zone, 0);
    if (!version.ok) return version;
    const evidence = await evidenceQueries['post-mortem-evidence'](context, { incident });
    if (!evidence.ok) return evidence;
    const { shareSummary } = await import('#shared/post-mortem/share-summary.ts');
    const owner = personOrNull(db, situationOf(db, incident).review.owner)?.name ?? null;
    const asked = {
      ...{ incident, name, bytes: bytes.byteLength },
      hash: createHash('sha256').update(version.value.bytes).digest('hex'),
      comment: shareSummary(evidence.value, owner),
      askedAt: slackNow(db, ports.clock.now()),
    };
    inTransaction(db, () => askToShare(db, asked, bytes.toString('utf8')));
    context.emit({ view: 'post-mortem', incident });
    context.wake();
    return DONE;
  },
};

export const shareQueries: Pick<QueryHandlers, 'post-mortem-share'> = {
  'post-mortem-share': (context, { incident }) => {
    const found = findIncident(context, incident);
    return found.ok ? ok(shareView(context, found.value.id)) : found;
  },
};

function shareView({ db }: HandlerContext, incident: IncidentId): PostMortemShareViewT | null {
  const last = postMortemShares(db).findLast((one) => one.incident === incident);
  if (last === undefined || isTakenAway(db, last)) return null;
  if (last.state === 'refused' && last.problem !== null)
    return { state: 'refused', ...last.problem };
  if (last.state !== 'done') return { state: 'waiting', message: 'Waits for Slack', hint: '' };
  const channel = channelOf(db, incident)?.name ?? null;
  const message = channel === null ? 'Shared in Slack' : `Shared in #${channel}`;
  return { state: 'shared', message, hint: '' };
}
