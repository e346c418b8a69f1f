import { isMember } from './access.ts';
import type { Channel } from './model.ts';
import type { Call } from './world.ts';

/** A channel as Slack describes it. Lists of one's own channels leave membership out. */
export function described(call: Call, channel: Channel): object {
  if (channel.kind === 'im') return describedDirect(call, channel);
  const { id, name, kind, isPrivate, isArchived, created, creator } = channel;
  return {
    id,
    name,
    name_normalized: name,
    is_channel: kind === 'public_channel',
    is_group: kind === 'private_channel',
    is_im: false,
    is_mpim: kind === 'mpim',
    is_private: isPrivate,
    is_archived: isArchived,
    is_general: isGeneral(channel),
    is_shared: false,
    is_ext_shared: false,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    pending_connected_team_ids: [],
    shared_team_ids: [call.world.team.id],
    context_team_id: call.world.team.id,
    parent_conversation: null,
    unlinked: 0,
    created,
    creator,
    updated: created * 1_000,
    previous_names: channel.previousNames,
    topic: said(channel, 'topic'),
    purpose: said(channel, 'purpose'),
  };
}

/** A direct message has no name; `user` is the other side, or oneself in a note to oneself. */
function describedDirect({ world, token }: Call, channel: Channel): object {
  const others = [...channel.members].filter((id) => id !== token.user);
  const user = others[0] ?? token.user;
  return {
    id: channel.id,
    created: channel.created,
    is_archived: false,
    is_im: true,
    is_org_shared: false,
    context_team_id: world.team.id,
    updated: channel.created * 1_000,
    user,
    is_user_deleted: world.users.get(user)?.deleted === true,
    priority: 0,
  };
}

/** The same with what concerns the caller. */
export const describedToMember = (call: Call, channel: Channel): object => ({
  ...described(call, channel),
  ...(channel.kind === 'im' ? {} : { is_member: isMember(call, channel) }),
});

export const isGeneral = ({ name }: Channel): boolean => name === 'general';

function said(channel: Channel, field: 'topic' | 'purpose'): object {
  const by = channel.setBy.get(field);
  return { value: channel[field], creator: by?.creator ?? '', last_set: by?.at ?? 0 };
}
