import { NotThere } from './answer.ts';
import type { Arguments } from './arguments.ts';
import { runFor } from './methods.ts';
import type { Token } from './model.ts';
import { USER_SCOPES } from './scopes.ts';
import type { World } from './world.ts';

export type Upload = {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly comment?: string;
  /** The root of the thread it goes to. */
  readonly root?: string;
};

/** A person at Slack's own window. Channels go by id or by name. */
export type Person = {
  readonly id: string;
  /** Gives the message's ts. */
  readonly post: (channel: string, text: string) => string;
  readonly reply: (
    channel: string,
    root: string,
    text: string,
    options?: { readonly broadcast?: boolean },
  ) => string;
  readonly edit: (channel: string, ts: string, text: string) => void;
  readonly remove: (channel: string, ts: string) => void;
  readonly react: (channel: string, ts: string, emoji: string) => void;
  readonly unreact: (channel: string, ts: string, emoji: string) => void;
  /** Shares a new file in a channel. Gives the file's id. */
  readonly upload: (channel: string, file: Upload) => string;
  readonly deleteFile: (file: string) => void;
  readonly pin: (channel: string, ts: string) => void;
  /** Gives the channel's id. */
  readonly create: (name: string, options?: { readonly isPrivate?: boolean }) => string;
  readonly join: (channel: string) => void;
  readonly leave: (channel: string) => void;
  readonly invite: (channel: string, ...users: readonly string[]) => void;
  readonly kick: (channel: string, user: string) => void;
  readonly rename: (channel: string, name: string) => void;
  readonly setTopic: (channel: string, topic: string) => void;
  readonly archive: (channel: string) => void;
  readonly unarchive: (channel: string) => void;
};

/** Somebody of the workspace: may what people may, and is refused what Slack refuses them. */
export function personIn(world: World, given: string): Person {
  const found =
    world.users.get(given) ?? [...world.users.values()].find(({ name }) => name === given);
  if (found === undefined) throw new NotThere(`There is nobody called ${given}.`);
  const user = found.id;
  const token: Token = {
    token: '',
    user,
    botId: null,
    scopes: USER_SCOPES,
    app: null,
    expiresAt: null,
    ended: null,
  };
  const idOf = (named: string): string =>
    [...world.channels.values()].find(({ id, name }) => id === named || name === named)?.id ??
    named;
  const run = (method: string, args: Arguments) => runFor(world, token, method, args);
  const at = (method: string, named: string, args: Arguments = {}) =>
    run(method, { channel: idOf(named), ...args });
  return {
    id: user,
    post: (channel, text) => String(at('chat.postMessage', channel, { text }).ts),
    reply: (channel, root, text, options) => {
      const reply_broadcast = options?.broadcast === true;
      return String(at('chat.postMessage', channel, { text, thread_ts: root, reply_broadcast }).ts);
    },
    edit: (channel, ts, text) => void at('chat.update', channel, { ts, text }),
    remove: (channel, ts) => void at('chat.delete', channel, { ts }),
    react: (channel, timestamp, name) => void at('reactions.add', channel, { timestamp, name }),
    unreact: (channel, timestamp, name) =>
      void at('reactions.remove', channel, { timestamp, name }),
    upload: (channel, { name, bytes, comment, root }) => {
      const sent = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
      const length = sent.byteLength;
      const { file_id } = run('files.getUploadURLExternal', { filename: name, length });
      const id = String(file_id);
      const file = world.files.get(id);
      if (file !== undefined) Object.assign(file, { bytes: sent, state: 'uploaded' });
      run('files.completeUploadExternal', {
        files: [{ id }],
        channel_id: idOf(channel),
        initial_comment: comment,
        thread_ts: root,
      });
      return id;
    },
    deleteFile: (file) => void run('files.delete', { file }),
    pin: (channel, timestamp) => void at('pins.add', channel, { timestamp }),
    create: (name, options) => {
      const { channel } = run('conversations.create', { name, is_private: options?.isPrivate });
      return String(Object(channel).id);
    },
    join: (channel) => void at('conversations.join', channel),
    leave: (channel) => void at('conversations.leave', channel),
    invite: (channel, ...users) =>
      void at('conversations.invite', channel, { users: users.join(',') }),
    kick: (channel, other) => void at('conversations.kick', channel, { user: other }),
    rename: (channel, name) => void at('conversations.rename', channel, { name }),
    setTopic: (channel, topic) => void at('conversations.setTopic', channel, { topic }),
    archive: (channel) => void at('conversations.archive', channel),
    unarchive: (channel) => void at('conversations.unarchive', channel),
  };
}
