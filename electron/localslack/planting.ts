import { newChannel } from './conversation-methods.ts';
import type { User } from './model.ts';
import { seconds } from './moment.ts';
import type { ReadSeed } from './seed.ts';
import type { World } from './world.ts';

/** In every workspace, and no bot by its own mark. */
const SLACKBOT: User = {
  id: 'USLACKBOT',
  name: 'slackbot',
  realName: 'Slackbot',
  displayName: 'Slackbot',
  isBot: false,
  isAdmin: false,
  deleted: false,
};

/** Makes a workspace what its seed says, whatever it was before. */
export function plant(world: World, seed: ReadSeed): void {
  world.users.clear();
  world.channels.clear();
  world.directs.clear();
  world.tokens.clear();
  world.files.clear();
  world.uploads.clear();
  world.apps.clear();
  world.codes.clear();
  world.refreshes.clear();
  world.signedIn.user = null;
  for (const app of seed.apps) world.apps.set(app.clientId, app);
  for (const user of [...seed.users, SLACKBOT]) world.users.set(user.id, user);
  for (const token of seed.tokens) world.tokens.set(token.token, token);
  const creator = seed.users[0]?.id ?? SLACKBOT.id;
  for (const { id, name, topic, purpose, isPrivate, members } of seed.channels) {
    const kind = isPrivate ? 'private_channel' : 'public_channel';
    const channel = newChannel({ id, name, kind, creator, created: seconds(world) });
    channel.topic = topic;
    channel.purpose = purpose;
    for (const member of members) channel.members.add(member);
    world.channels.set(id, channel);
  }
}
