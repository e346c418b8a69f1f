import type { IncidentId } from '#shared/base/ids.ts';
import { isSlackUser, type PersonRef } from '#shared/domain/person.ts';
import type { Op } from '#shared/ops/op.ts';
import { me } from '../account.ts';
import type { Context } from '../context.ts';
import { asWritten } from '../log/taken-id.ts';
import { carriers, messagePositions, newestMessages } from '../store/bundle-rows.ts';
import type { LedIncident } from '../store/incidents.ts';
import { opsOf } from '../store/ops.ts';
import { channelOf } from '../store/slack-channels.ts';
import { messageAt, type SlackMessage } from '../store/slack-messages.ts';
import { userName } from '../store/slack-users.ts';
import { workspaceOf } from '../store/workspace.ts';
import type { BundledMessage, Content } from './content.ts';

/** The newest messages that go along; who imports it reads the rest from Slack. */
const MESSAGES_MAX = 50_000;

/**
 * All that this desktop knows of an incident, but for its images. What was taken back before it left
 * stays out.
 */
export function contentOf(
  { db, ports }: Pick<Context, 'db' | 'ports'>,
  { id: incident, code }: LedIncident,
): Content {
  const carried = carriers(db, incident);
  const ops = opsOf(db, incident).map(({ op }) => ({
    op: asWritten(op),
    ts: carried.get(op.id) ?? null,
  }));
  const place = channelOf(db, incident);
  const channel =
    place === null || place.channel === null ? null : { channel: place.channel, name: place.name };
  const messages = channel === null ? [] : messagesOf(db, incident, channel.channel);
  const people = new Set<PersonRef>([
    ...ops.flatMap(({ op }) => peopleIn(op)),
    ...messages.map(({ message }) => message.author),
  ]);
  return {
    incident,
    code,
    team: workspaceOf(db),
    exportedAt: ports.clock.now(),
    by: me({ db, ports }),
    channel,
    people: [...people].flatMap((id) => {
      const name = isSlackUser(id) ? userName(db, id) : null;
      return name === null ? [] : [{ id, name }];
    }),
    ops,
    messages,
    images: [],
  };
}

const peopleIn = (op: Op): readonly string[] => [
  op.by,
  ...Object.values(op.set).filter((value) => typeof value === 'string'),
];

function messagesOf(db: Context['db'], incident: IncidentId, channel: string): Content['messages'] {
  const positions = messagePositions(db, incident);
  return newestMessages(db, channel, MESSAGES_MAX).flatMap((ts) => {
    const message = messageAt(db, channel, ts);
    return message === null
      ? []
      : [{ position: positions.get(ts) ?? null, message: bundled(message) }];
  });
}

/** What of a message goes along. */
function bundled(message: SlackMessage): BundledMessage {
  const { ts, author, text, edited, kind, thread, broadcast, version } = message;
  const { firstText, firstVersion, reactions, files, pinned, gone } = message;
  return {
    ...{ ts, author, text, edited, kind, thread, broadcast, version },
    ...{ firstText, firstVersion, reactions, files, pinned, gone },
  };
}
