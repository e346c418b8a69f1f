import type { IncidentViewT } from '#shared/contract/views.ts';
import { readAccount } from '../account.ts';
import type { Db } from '../store/database.ts';
import { headlineRefusal } from '../store/headlines.ts';
import { uploadRefusal } from '../store/image-uploads.ts';
import type { SlackChannel } from '../store/slack-channels.ts';

/** The channel as a link, once there is one. */
export function channelView(db: Db, channel: SlackChannel | null): IncidentViewT['channel'] {
  if (channel === null || channel.channel === null) return null;
  const team = readAccount(db)?.teamUrl ?? null;
  return {
    id: channel.channel,
    name: channel.name,
    url: team === null ? null : `${team.replace(/\/+$/, '')}/archives/${channel.channel}`,
  };
}

/** What Slack did not take of what follows a change; it holds nothing back. */
export function refusalView(db: Db, channel: SlackChannel | null): IncidentViewT['refusal'] {
  if (channel === null) return null;
  if (channel.refusal === null) {
    return headlineRefusal(db, channel.incident) ?? uploadRefusal(db, channel.incident);
  }
  return { message: channel.refusal, hint: channel.refusalHint ?? '' };
}
