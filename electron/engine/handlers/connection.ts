import { ok } from '#shared/base/result.ts';
import { BROWSER_SHELL } from '#shared/contract/views/shell.ts';
import type { SettingsViewT } from '#shared/contract/views.ts';
import { severityName } from '#shared/domain/severity.ts';
import { myName, readAccount, saveMyName } from '../account.ts';
import { announcementsOf } from '../store/announcements.ts';
import { curationOf } from '../store/curation.ts';
import type { Db } from '../store/database.ts';
import { densityOf, quietHoursOf, shortcutsOf } from '../store/desktop-settings.ts';
import { severitiesOf } from '../store/severities.ts';
import { cadenceViews } from './cadence.ts';
import { fieldDefinitions } from './custom-field.ts';
import { roleTextViews } from './desktop.ts';
import { type CommandHandlers, DONE, type QueryHandlers } from './handler.ts';
import { choosablePeople, myView } from './people.ts';
import { hintRuleViews, templateViews } from './writing.ts';

type ConnectionCommands = Pick<
  CommandHandlers,
  | 'slack.sign-in'
  | 'slack.sign-in-answer'
  | 'slack.sign-in-cancel'
  | 'slack.connect'
  | 'slack.disconnect'
  | 'slack.announce-in'
  | 'sync.retry'
  | 'me.rename'
>;

export const connectionCommands: ConnectionCommands = {
  'slack.connect': async (context, { token }) => {
    const connected = await context.sync.connect(token.trim(), 'paste');
    if (!connected.ok) return connected;
    // There is no other way in left to wait for.
    context.signIn.cancel();
    return DONE;
  },
  'slack.sign-in': (context, { clientId }) => context.signIn.begin(clientId ?? null),
  'slack.sign-in-answer': async (context, { query }) => {
    const answered = await context.signIn.answer(query);
    return answered.ok ? DONE : answered;
  },
  'slack.sign-in-cancel': (context) => {
    context.signIn.cancel();
    return DONE;
  },
  'slack.disconnect': async (context) => {
    await context.sync.disconnect();
    return DONE;
  },
  'slack.announce-in': async (context, { channel }) => {
    const chosen = await context.sync.announceIn(channel);
    return chosen.ok ? DONE : chosen;
  },
  'sync.retry': (context, { incident }) => {
    context.sync.retry(incident ?? null);
    context.gitHub.wake();
    context.folder.retry();
    return DONE;
  },
  'me.rename': (context, { name }) => {
    if (myName(context) !== name) saveMyName(context.db, name);
    context.emit({ view: 'settings' });
    return DONE;
  },
};

function announcementsView(db: Db): NonNullable<SettingsViewT['slack']>['announcements'] {
  const { name, problem } = announcementsOf(db);
  return { name, problem };
}

export const connectionQueries: Pick<QueryHandlers, 'sync' | 'settings'> = {
  sync: (context) => ok(context.sync.view()),
  settings: (context) => {
    const { db, ports } = context;
    const account = readAccount(db);
    const curation = curationOf(db);
    return ok({
      me: myView(context),
      severities: severitiesOf(db).map((key) => ({ key, name: severityName(key) })),
      cadences: cadenceViews(db),
      curation: { ...curation, reactions: [...curation.reactions] },
      fields: [...fieldDefinitions(db)],
      roles: roleTextViews(db),
      quietHours: quietHoursOf(db),
      density: densityOf(db),
      hintRules: hintRuleViews(db),
      templates: templateViews(db),
      shortcuts: shortcutsOf(db),
      shell: ports.shell?.() ?? BROWSER_SHELL,
      people: [...choosablePeople(context, [])],
      slack:
        account === null
          ? null
          : {
              team: account.teamName,
              teamUrl: account.teamUrl,
              user: account.userName,
              announcements: announcementsView(db),
            },
      signIn: context.signIn.view(),
      gitHub: context.gitHub.view(),
      folder: context.folder.view(),
      tokenKeeping: ports.secrets.keeping,
      profile: ports.profile,
      version: ports.version,
    });
  },
};
