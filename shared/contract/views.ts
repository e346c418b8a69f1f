import { z } from 'zod';
import { DENSITIES } from '../domain/density.ts';
import { KEY_TIMES } from '../domain/key-times.ts';
import { TOKEN_KEEPINGS } from '../domain/token-keeping.ts';
import { Incident, OpRef } from './fields.ts';
import { CadenceView } from './views/cadence.ts';
import { ChangeView } from './views/change.ts';
import { QuietHoursView, RoleTextView } from './views/desktop.ts';
import { FolderView } from './views/folder.ts';
import { GitHubView } from './views/github.ts';
import { PersonView } from './views/person.ts';
import {
  FieldDefinitionView,
  FieldView,
  HandoverView,
  LinkView,
  NextUpdateView,
  ParticipantView,
  RelationView,
  RoleView,
  UpdateDueView,
} from './views/record.ts';
import { ShellView } from './views/shell.ts';
import { LongIncidentView, ReviewView, SituationView, SoakView } from './views/situation.ts';
import { CurationView } from './views/suggestion.ts';
import { HintRuleView, TemplateView } from './views/writing.ts';

/** A row of the Desk. Times are ms since 1970 everywhere in the contract. */
export const IncidentRow = z.object({
  id: Incident,
  code: z.string(),
  name: z.string(),
  severity: z.string(),
  status: z.string(),
  private: z.boolean(),
  lead: PersonView.nullable(),
  declaredAt: z.number(),
  /** When its clock stopped, or null while it runs. */
  endedAt: z.number().nullable(),
  /** When the next update of either clock is due, or null. */
  nextUpdateDue: z.number().nullable(),
  /** What is due to whom, the earliest first: both clocks, where both run. */
  updatesDue: z.array(UpdateDueView),
});

export const DeskView = z.object({
  /** What happened at this start that the person should know. */
  notice: z.object({ message: z.string(), hint: z.string() }).nullable(),
  active: z.array(IncidentRow),
  after: z.array(IncidentRow),
  recent: z.array(IncidentRow),
});

export const ActionView = z.object({
  id: z.string(),
  text: z.string(),
  owner: PersonView.nullable(),
  done: z.boolean(),
  /** `open`, `doing`, `done` or `dropped`; what a newer Quarterdeck wrote stands as it came. */
  status: z.string(),
  addedAt: z.number(),
  doneAt: z.number().nullable(),
  due: z.number().nullable(),
  /** When to ask how it goes. */
  checkAt: z.number().nullable(),
  /** Did it work? Null while nobody said. */
  outcome: z.string().nullable(),
});

/** Why something of this incident has not reached Slack and what can be done about it. */
export const ParkedView = z.object({
  reason: z.string(),
  hint: z.string(),
  count: z.number(),
});

/** A known key time: `set` by a person, or what `follows` from the changes of status. */
const KnownTimeView = z.object({ at: z.number(), by: z.enum(['set', 'follows']) });

export const IncidentView = IncidentRow.extend({
  /** Empty while nobody wrote it. */
  summary: z.string(),
  impact: z.string(),
  situation: SituationView,
  /** Why it has its status; empty while nobody said. */
  statusReason: z.string(),
  /** While it is Monitoring, and somebody said for how long. */
  soak: SoakView.nullable(),
  /** False while the severity is only what every incident begins with. */
  severityConfirmed: z.boolean(),
  longIncident: LongIncidentView,
  /** It was over when it was declared. */
  retrospective: z.boolean(),
  review: ReviewView,
  keyTimes: z.record(z.enum(KEY_TIMES), KnownTimeView.nullable()),
  channel: z.object({ id: z.string(), name: z.string(), url: z.string().nullable() }).nullable(),
  /** The lead first; without those that are no longer needed. */
  roles: z.array(RoleView),
  /** Roles on offer to somebody. */
  handovers: z.array(HandoverView),
  nextUpdate: NextUpdateView,
  links: z.array(LinkView),
  /** Merged into this one, or this one into it; or related. */
  relations: z.array(RelationView),
  participants: z.array(ParticipantView),
  fields: z.array(FieldView),
  actions: z.array(ActionView),
  /** Who can be chosen as lead or owner: those seen here and in the workspace, me first. */
  people: z.array(PersonView),
  waiting: z.number(),
  parked: ParkedView.nullable(),
  /** What Slack refused without holding anything back (the topic), and what to do. */
  refusal: z.object({ message: z.string(), hint: z.string() }).nullable(),
});

export const QueueItem = z.object({
  op: OpRef,
  incident: Incident,
  /** `INC-7F3K Checkout errors`, or null when the incident itself is not known here. */
  title: z.string().nullable(),
  at: z.number(),
  by: PersonView,
  changes: z.array(ChangeView),
  /** `unknown`: it may have left already; Slack is asked before it is sent. */
  state: z.enum(['queued', 'sending', 'unknown', 'parked']),
  /** Why it is parked, and what can be done. */
  parked: z.object({ reason: z.string(), hint: z.string() }).nullable(),
  /** The text that can be changed before it leaves, where there is one. */
  text: z.string().nullable(),
});

/** An image whose entry Slack has, and that has still to follow. */
export const QueuedImage = z.object({
  incident: Incident,
  entry: z.string(),
  title: z.string().nullable(),
  /** Its hash: the query `image` shows it by that. */
  id: z.string(),
  name: z.string(),
  bytes: z.number(),
  /** Why Slack did not take it, and what can be done. */
  parked: z.object({ reason: z.string(), hint: z.string() }).nullable(),
});

export const QueueView = z.object({
  items: z.array(QueueItem),
  images: z.array(QueuedImage),
  /** How many wait in all, images too: the list shows the oldest. */
  total: z.number(),
  people: z.array(PersonView),
});

export const SyncState = z.enum([
  'unconnected',
  'connecting',
  'synced',
  'syncing',
  'offline',
  'limited',
  'refused',
]);

export const SyncView = z.object({
  state: SyncState,
  /** Since when it is so. */
  since: z.number(),
  /** When the next try is due, where one is. */
  nextTryAt: z.number().nullable(),
  /** Changes that have not reached Slack, over all incidents. */
  waiting: z.number(),
  parked: z.number(),
  /** What happened and what to do, for the states that need words. */
  problem: z.object({ message: z.string(), hint: z.string() }).nullable(),
});

export const SettingsView = z.object({
  me: PersonView,
  /** What can be chosen, mildest first. */
  severities: z.array(z.object({ key: z.string(), name: z.string() })),
  /** How often whom to tell, a severity each. */
  cadences: z.array(CadenceView),
  /** What pins and reactions in Slack stand for. */
  curation: CurationView,
  fields: z.array(FieldDefinitionView),
  /** The roles that come with Quarterdeck, as they are called here. */
  roles: z.array(RoleTextView),
  quietHours: QuietHoursView,
  density: z.enum(DENSITIES),
  /** Of blameless writing: those that are on are looked for in post-mortems. */
  hintRules: z.array(HintRuleView),
  /** What a post-mortem can begin as: by their ids, for `post-mortem.start`. */
  templates: z.array(TemplateView),
  /** Keys that work in front of any program, in Electron's notation; empty: none. */
  shortcuts: z.object({ declare: z.string(), note: z.string() }),
  shell: ShellView,
  /** Who can be chosen where there is no incident yet: me first, then the workspace. */
  people: z.array(PersonView),
  slack: z
    .object({
      team: z.string(),
      teamUrl: z.string(),
      user: z.string(),
      announcements: z.object({
        /** The channel's name, without the #. */
        name: z.string(),
        /** Why incidents are not announced there, and what to do. */
        problem: z.object({ message: z.string(), hint: z.string() }).nullable(),
      }),
    })
    .nullable(),
  /** The sign-in with Slack in the browser. */
  signIn: z.object({
    /** Of the workspace's Slack app; null until somebody entered it. */
    clientId: z.string().nullable(),
    /** It was given at the start: nobody has to know it. */
    isClientIdGiven: z.boolean(),
    /** `waiting` for a person at Slack's page, `finishing` when Slack has sent them back. */
    state: z.enum(['idle', 'waiting', 'finishing']),
    /** Slack's page, while it waits. */
    url: z.string().nullable(),
    /** How the last one failed, and what to do. */
    problem: z.object({ message: z.string(), hint: z.string() }).nullable(),
  }),
  gitHub: GitHubView,
  folder: FolderView,
  /** What becomes of a token: kept by the system's keychain, or forgotten on quit. */
  tokenKeeping: z.enum(TOKEN_KEEPINGS),
  profile: z.string(),
  version: z.string(),
});

export type { PersonViewT } from './views/person.ts';
export type { EntryVersionT, FileViewT, TimelineItemT, TimelineViewT } from './views/timeline.ts';
export type IncidentRowT = z.infer<typeof IncidentRow>;
export type DeskViewT = z.infer<typeof DeskView>;
export type ActionViewT = z.infer<typeof ActionView>;
export type IncidentViewT = z.infer<typeof IncidentView>;
export type QueueItemT = z.infer<typeof QueueItem>;
export type QueuedImageT = z.infer<typeof QueuedImage>;
export type QueueViewT = z.infer<typeof QueueView>;
export type SyncStateT = z.infer<typeof SyncState>;
export type SyncViewT = z.infer<typeof SyncView>;
export type SettingsViewT = z.infer<typeof SettingsView>;
export type { SuggestionViewT } from './views/suggestion.ts';
