import { ok } from '#shared/base/result.ts';
import { myName, readAccount, saveMyName } from '../context.ts';
import { readSetting } from '../store/settings.ts';
import { type CommandHandlers, DONE, type QueryHandlers } from './handler.ts';
import { choosablePeople, myView } from './people.ts';

type ConnectionCommands = Pick<
  CommandHandlers,
  'slack.connect' | 'slack.disconnect' | 'sync.retry' | 'me.rename'
>;

export const connectionCommands: ConnectionCommands = {
  'slack.connect': async (context, { token }) => {
    const connected = await context.sync.connect(token.trim());
    return connected.ok ? DONE : connected;
  },
  'slack.disconnect': async (context) => {
    await context.sync.disconnect();
    return DONE;
  },
  'sync.retry': (context, { incident }) => {
    context.sync.retry(incident ?? null);
    return DONE;
  },
  'me.rename': (context, { name }) => {
    if (myName(context) !== name) saveMyName(context.db, name);
    context.emit({ view: 'settings' });
    return DONE;
  },
};

export const connectionQueries: Pick<QueryHandlers, 'sync' | 'settings'> = {
  sync: (context) => ok(context.sync.view()),
  settings: (context) => {
    const { db, ports } = context;
    const account = readAccount(db);
    return ok({
      me: myView(context),
      people: [...choosablePeople(context, [])],
      slack:
        account === null
          ? null
          : {
              team: account.teamName,
              teamUrl: account.teamUrl,
              user: account.userName,
              announcements: announcementsName(db),
            },
      tokenKeeping: ports.secrets.keeping,
      profile: ports.profile,
      version: ports.version,
    });
  },
};

function announcementsName(db: Parameters<typeof readSetting>[0]): string {
  return readSetting<{ name: string }>(db, 'slack.announcements')?.name ?? 'incidents';
}
