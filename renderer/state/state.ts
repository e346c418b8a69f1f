import type { StoreApi } from 'zustand/vanilla';
import type { IncidentId, OpId } from '#shared/base/ids.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/commands.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { QueryInput, QueryName, QueryOutput } from '#shared/contract/queries.ts';
import type { NewsViewT } from '#shared/contract/views/news.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import type {
  AllFollowUpsViewT,
  DecisionViewT,
  FollowUpViewT,
  HypothesisViewT,
  UpdateViewT,
} from '#shared/contract/views/record.ts';
import type {
  DeskViewT,
  IncidentViewT,
  QueueViewT,
  SettingsViewT,
  SyncViewT,
} from '#shared/contract/views.ts';
import type { ComposedLine } from '#shared/domain/composer-line.ts';
import type { Audience } from '#shared/domain/update.ts';
import type { UpdateTemplate } from '#shared/domain/update-draft.ts';
import type { Answer, Connection } from '../transport/transport.ts';
import type { GivenFile, StatePorts } from './ports.ts';
import type { Route } from './route.ts';
import type { TimelineSlice } from './timeline-shape.ts';

// The shape of the state, a slice a feature. What makes each slice is in the file of its name.

/** What lies over the page, one at a time. */
export type Sheet = 'declare' | 'bundle' | 'keys' | 'palette' | IncidentSheet;

/** A sheet about the incident on screen. */
export type IncidentSheet =
  | {
      readonly kind: 'update';
      /** Null: whichever is due first. */
      readonly audience: Audience | null;
      /** Null: the one that the moment asks for, or that was begun. */
      readonly template: UpdateTemplate | null;
    }
  | LifecycleSheet
  /** A new one where `decision` is null. */
  | { readonly kind: 'decision'; readonly decision: string | null }
  | { readonly kind: 'hand-over' }
  /** Of a role that is on offer to whoever is here. */
  | { readonly kind: 'hand-over-answer'; readonly handover: string };

/** What is asked before something is done about an incident as a whole. */
export type LifecycleSheet =
  /** Why it gets this status. */
  | { readonly kind: 'reason'; readonly status: Status }
  | { readonly kind: 'other'; readonly as: 'merge' | 'relate' }
  | { readonly kind: 'private' }
  | { readonly kind: 'export' };

export type ShellSlice = {
  readonly connection: Connection;
  readonly route: Route;
  readonly sheet: Sheet | null;
  /** What a link would have an incident called; empty once it was shown. */
  readonly suggestedName: string;
  readonly forgetSuggestedName: () => void;
  readonly go: (route: Route) => void;
  readonly openApart: (route: Route) => void;
  readonly showSheet: (sheet: Sheet | null) => void;
};

export type Declaration = Omit<CommandInput<'incident.declare'>, 'incident'>;

export type DeskSlice = {
  /** Null until it has been read for the first time. */
  readonly desk: DeskViewT | null;
  readonly deskProblem: ContractError | null;
  readonly refreshDesk: () => Promise<void>;
  readonly declare: (declaration: Declaration) => Answer<{ incident: IncidentId }>;
};

export type Severity = CommandInput<'incident.set-severity'>['severity'];
export type Status = CommandInput<'incident.set-status'>['status'];
type Done = Answer<object>;

export type IncidentSlice = {
  /** Counts what was said about the post-mortem of the incident on screen. */
  readonly postMortemNews: number;
  /** The incident on screen. */
  readonly opened: IncidentId | null;
  /** Its page; null until it has been read. */
  readonly incident: IncidentViewT | null;
  readonly incidentProblem: ContractError | null;
  readonly openIncident: (incident: IncidentId | null) => void;
  readonly refreshIncident: () => Promise<void>;
  readonly rename: (incident: IncidentId, name: string) => Done;
  readonly setSeverity: (incident: IncidentId, severity: Severity) => Done;
  readonly setStatus: (incident: IncidentId, status: Status) => Done;
  readonly assignLead: (incident: IncidentId, person: string | null) => Done;
  readonly addAction: (incident: IncidentId, text: string) => Done;
  readonly assignAction: (incident: IncidentId, action: string, owner: string | null) => Done;
  readonly completeAction: (incident: IncidentId, action: string, done: boolean) => Done;
};

export type StatusSlice = {
  /**
   * Gives the open incident a status, as a deed. To resolve it before its soak has ended asks why
   * first: then a sheet is open when this resolves, and nothing is done.
   * @param reason null where nobody was asked for it; it may be left empty
   */
  readonly chooseStatus: (status: Status, reason?: string | null) => Done;
};

/** Commands that make something under an id of its own. */
export type AddName =
  | 'action.add'
  | 'follow-up.add'
  | 'decision.add'
  | 'hypothesis.add'
  | 'update.add'
  | 'role.add'
  | 'handover.offer'
  | 'field.define'
  | 'participant.release';

/** What the engine answers to what a screen alone asks or changes. */
export type RequestSlice = {
  /** Reads what no other screen shows. */
  readonly ask: <N extends QueryName>(name: N, input: QueryInput<N>) => Answer<QueryOutput<N>>;
  readonly change: <N extends CommandName>(
    name: N,
    input: CommandInput<N>,
  ) => Answer<CommandOutput<N>>;
  /** Makes something new; asked again with the same content after an answer was lost, only once. */
  readonly add: <N extends AddName>(name: N, input: Unnamed<N>) => Answer<CommandOutput<N>>;
};

/** What a thing is made from, but for its id. */
type Unnamed<N extends AddName> = Omit<CommandInput<N>, IdField<N>>;
type IdField<N extends AddName> = N extends 'follow-up.add'
  ? 'followUp'
  : N extends 'participant.release'
    ? 'entry'
    : N extends `${infer Entity}.${string}`
      ? Entity
      : never;

/** An image that was given and is on disk, and will be an entry when its line is sent. */
export type PickedImage = {
  /** Of the entry that it will be. */
  readonly entry: string;
  /** Its hash, by which it can be looked at. */
  readonly id: string;
  readonly name: string;
  /** What is to be seen on it. */
  readonly alt: string;
};

export type ImageSlice = {
  /** Puts an image on this computer's disk; it is in no timeline yet. */
  readonly keepImage: (file: GivenFile) => Answer<PickedImage>;
  readonly addImage: (incident: IncidentId, image: PickedImage) => Done;
};

export type ComposingSlice = {
  /** Does what a line of the composer asks for. What can be taken back is kept as the last deed. */
  readonly compose: (incident: IncidentId, line: ComposedLine) => Done;
};

/** What people keep of the incident on screen, in the order in which it was added. */
export type Records = {
  readonly decisions: readonly DecisionViewT[];
  readonly hypotheses: readonly HypothesisViewT[];
  readonly followUps: readonly FollowUpViewT[];
  readonly updates: readonly UpdateViewT[];
};

export type RecordSlice = {
  /** Null until they have been read. */
  readonly records: Records | null;
  readonly refreshRecords: () => Promise<void>;
};

export type FollowUpSlice = {
  /** Those of all incidents; null until somebody looked. */
  readonly allFollowUps: AllFollowUpsViewT | null;
  readonly allFollowUpsProblem: ContractError | null;
  readonly refreshAllFollowUps: () => Promise<void>;
};

export type SeekingSlice = {
  readonly sought: (Place & { readonly incident: IncidentId }) | null;
  /** Opens an incident, at a place of its timeline where one is given. */
  readonly seek: (incident: IncidentId, place: Place | null) => void;
  readonly found: () => void;
};

/** A moment (ms since 1970), and the id of the line that is meant. */
export type Place = { readonly at: number; readonly line: string };

/** Something that is done, the words for it, and how it is taken back where it can be. */
export type Deed = {
  readonly words: string;
  readonly run: () => Done;
  readonly undo: (() => Done) | null;
};

export type DeedsSlice = {
  /** Why the last one could not be done. */
  readonly deedProblem: ContractError | null;
  /** Does it, and keeps the way back as the last deed. */
  readonly perform: (deed: Deed) => Done;
};

export type NudgeSlice = {
  /** What concerns whoever sits here and was not put away yet, the latest last. */
  readonly news: readonly NewsViewT[];
  readonly putNewsAway: () => void;
  /** What the person at this desktop is reminded of, over all incidents. */
  readonly nudges: readonly NudgeViewT[];
  readonly refreshNudges: () => Promise<void>;
};

/** An incident file on its way in: under way until it was imported or refused. */
export type Taking = {
  readonly id: string;
  readonly name: string;
  /** In bytes, like what has been handed on of it. */
  readonly size: number;
  readonly sent: number;
  readonly imported: NonNullable<CommandOutput<'bundle.import'>['imported']> | null;
  readonly problem: ContractError | null;
};

export type BundleSlice = {
  /** Those under way, and those that came last, in the order in which they were given. */
  readonly takings: readonly Taking[];
  /** Resolves when all of them are in, or refused. */
  readonly takeBundles: (files: readonly GivenFile[]) => Promise<void>;
  /** What was told of those that are done has been read. */
  readonly forgetTaken: () => void;
};

export type FaultSlice = {
  /** Something of ours came to nothing that nobody was waiting for. */
  readonly hasFailed: boolean;
  /** Writes what was thrown, without what it says, to the log of this computer. */
  readonly noteFault: (where: CommandInput<'fault.report'>['where'], cause: unknown) => void;
  readonly forgetFault: () => void;
};

export type SyncSlice = {
  readonly sync: SyncViewT | null;
  readonly refreshSync: () => Promise<void>;
  readonly retrySync: (incident: IncidentId | null) => Answer<object>;
};

export type QueueSlice = {
  /** What waits to leave; null until somebody looked. */
  readonly queue: QueueViewT | null;
  readonly queueProblem: ContractError | null;
  readonly refreshQueue: () => Promise<void>;
  /** Takes a change back, with what makes no sense without it. */
  readonly cancelQueued: (op: OpId) => Done;
  /** Takes back all that waits of an incident. */
  readonly discardQueued: (incident: IncidentId) => Done;
};

export type SettingsSlice = {
  readonly settings: SettingsViewT | null;
  readonly settingsProblem: ContractError | null;
  readonly refreshSettings: () => Promise<void>;
  readonly connectSlack: (token: string) => Answer<object>;
  readonly disconnectSlack: () => Answer<object>;
  readonly announceIn: (channel: string) => Answer<object>;
  readonly renameMe: (name: string) => Answer<object>;
};

export type State = ShellSlice &
  DeskSlice &
  IncidentSlice &
  StatusSlice &
  RequestSlice &
  RecordSlice &
  FollowUpSlice &
  NudgeSlice &
  TimelineSlice &
  ComposingSlice &
  ImageSlice &
  SeekingSlice &
  DeedsSlice &
  BundleSlice &
  SyncSlice &
  QueueSlice &
  FaultSlice &
  SettingsSlice;

export type Store = StoreApi<State>;

/** Makes one feature's part of the state. */
export type SliceOf<Slice> = (
  ports: StatePorts,
  set: Store['setState'],
  get: Store['getState'],
) => Slice;
