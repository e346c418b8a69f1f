import type { IncidentId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { GitHubCheckViewT } from '#shared/contract/views/github.ts';
import type { NudgeViewT } from '#shared/contract/views/nudge.ts';
import type { SettingsViewT, SyncViewT } from '#shared/contract/views.ts';
import type { PersonRef } from '#shared/domain/person.ts';
import type { SearchWord } from '#shared/domain/search-words.ts';
import type { Content } from '#shared/post-mortem/content.ts';
import type { Template } from '#shared/post-mortem/template.ts';
import type { Snooze } from './store/nudges.ts';
import type { Within } from './store/search.ts';
import type { WayIn } from './transport.ts';

/** What people can ask of the sync. Given to the handlers, so that they need not know it. */
export type SyncControl = {
  readonly connect: (token: string, way: WayIn) => Promise<Result<void, ContractError>>;
  readonly disconnect: () => Promise<void>;
  /** Tries parked and waiting work at once: one incident's, or all. */
  readonly retry: (incident: IncidentId | null) => void;
  /** Announces incidents in the channel of this name from now on. */
  readonly announceIn: (name: string) => Promise<Result<void, ContractError>>;
  /** Says which incident is on screen, so that it is read first. */
  readonly watch: (incident: IncidentId) => void;
  /** Says that an incident's post-mortem is open, so that what others write in it is read. */
  readonly watchText: (incident: IncidentId) => void;
  readonly view: () => SyncViewT;
};

/** Signing in with Slack in the browser. Given to the handlers, as the sync is. */
export type SignInControl = {
  /**
   * Begins one, in place of any that is under way.
   * @param clientId what a person entered; null: the one that is known
   * @returns Slack's page, to be opened in the browser
   */
  readonly begin: (
    clientId: string | null,
  ) => Promise<Result<{ readonly url: string }, ContractError>>;
  /** What the browser came back with: an address, or what stands behind its `?`. */
  readonly answer: (query: string) => Promise<Result<void, ContractError>>;
  readonly cancel: () => void;
  readonly view: () => SettingsViewT['signIn'];
};

/** How often one of Slack's methods was called since the start. */
export type CallUse = {
  readonly method: string;
  readonly lastMinute: number;
  readonly total: number;
  /** Answers that there were too many. */
  readonly limited: number;
  /** ms since 1970. */
  readonly lastAt: number;
};

/** Something the sync did, as it went the last time. */
export type Span = {
  readonly what: 'sign-in' | 'read' | 'send' | 'announce';
  /** An incident's id, or what else was read: `announcements`, `people`. */
  readonly subject: string;
  /** When it began, ms since 1970, and how many ms it took. */
  readonly at: number;
  readonly ms: number;
  /** `done`, or the kind of trouble it came to. */
  readonly outcome: string;
};

/** What a desktop may ask of Slack now. */
export type BudgetUse = {
  /** Calls of history a minute that are its part of what all desktops share. */
  readonly perMinute: number;
  /** ms between two reads of the incident on screen. */
  readonly onScreenEvery: number;
  /** ms until the next read fits. */
  readonly wait: number;
};

/** How this desktop fares since it was started. Given to the handlers, as the sync is. */
export type Figures = {
  /** When this start began, ms since 1970. */
  readonly startedAt: number;
  readonly spans: () => readonly Span[];
  readonly budget: () => BudgetUse | null;
};

/** Something that was found, with its whole text. */
export type Hit = {
  readonly incident: IncidentId;
  /** The kind of entity (`incident`, `entry`, `action` …), or `message` for one in Slack. */
  readonly kind: string;
  /** The entity's own id, the incident's, or the message's `ts`. */
  readonly id: string;
  /** ms since 1970. */
  readonly at: number;
  /** Who wrote a message in Slack; null for the rest. */
  readonly by: PersonRef | null;
  readonly text: string;
};

export type Found = {
  /** What was looked for, to mark it. */
  readonly words: readonly SearchWord[];
  /** The best first. */
  readonly hits: readonly Hit[];
  /** There is more than was asked for. */
  readonly more: boolean;
};

/** Looks for what a person typed, `limit` hits at most. Given to the handlers, as the sync is. */
export type Search = (typed: string, limit: number, within: Within | null) => Found;

/** An incident that shares words with another: which, as the other writes them, the rarest first. */
export type Alike = {
  readonly incident: IncidentId;
  readonly words: readonly string[];
  /** How much they tell: comparable among what one call gives. */
  readonly score: number;
};

/** Looks for incidents like one, the most alike first. Given to the handlers, as the sync is. */
export type LookForAlike = (incident: IncidentId) => readonly Alike[];

/** Incidents as files, to hand over while Slack is down. Given to the handlers, as the sync is. */
export type Bundles = {
  readonly export: (incident: IncidentId) => Promise<
    Result<
      {
        readonly name: string;
        readonly path: string;
        readonly bytes: number;
        /** Images that it has no room for, or that are not on this desktop. */
        readonly imagesLeftOut: number;
      },
      ContractError
    >
  >;
  /** A piece of an exported bundle, in base64, and where the next one begins; null after the last. */
  readonly read: (
    name: string,
    offset: number,
  ) => Result<{ readonly data: string; readonly next: number | null }, ContractError>;
  /** Takes the next piece of a bundle; with the last one it is imported. */
  readonly take: (
    upload: string,
    offset: number,
    data: string,
    isLast: boolean,
  ) => Promise<
    Result<
      {
        readonly incident: IncidentId;
        readonly code: string;
        readonly ops: number;
        readonly messages: number;
      } | null,
      ContractError
    >
  >;
};

/** What the person at this desktop is reminded of. Given to the handlers, as the sync is. */
export type Nudges = {
  /** What is due now, the most pressing first. */
  readonly list: () => readonly NudgeViewT[];
  readonly snooze: (snooze: Snooze) => void;
};

/** A node of a document in JSON, and all below it. */
export type JsonDocument = Content;

/** The texts of post-mortems: Yjs documents. Given to the handlers, as the sync is. */
export type PostMortems = {
  /** Begins it from a template, unless somebody did. */
  readonly start: (
    incident: IncidentId,
    template: Template,
  ) => Promise<Result<void, ContractError>>;
  /** Keeps a Yjs update on the disk. */
  readonly write: (
    incident: IncidentId,
    update: Uint8Array,
  ) => Promise<Result<void, ContractError>>;
  /** Makes an op of what was written since the last one, so that it is in the log. */
  readonly flush: (incident: IncidentId) => Promise<void>;
  /** The text as the editor's JSON. */
  readonly document: (incident: IncidentId) => Promise<JsonDocument>;
  /** What somebody lacks who has a Yjs state vector; all of it for null. */
  readonly since: (
    incident: IncidentId,
    vector: Uint8Array | null,
  ) => Promise<Result<Uint8Array, ContractError>>;
};

/** GitHub, and the issues that were asked for. Given to the handlers, as the sync is. */
export type GitHub = {
  /** `owner/name`; null: none. */
  readonly setRepository: (repository: string | null) => void;
  /** Empty: forgets it. */
  readonly setToken: (token: string) => Promise<Result<void, ContractError>>;
  readonly check: () => Promise<Result<GitHubCheckViewT, ContractError>>;
  /** Asks for an issue of a follow-up; once, however often. */
  readonly ask: (incident: IncidentId, followUp: string) => Result<void, ContractError>;
  readonly forget: (incident: IncidentId, followUp: string) => void;
  /** What waits is tried at once: what was in the way may be gone. */
  readonly wake: () => void;
  readonly view: () => SettingsViewT['gitHub'];
};

/** A folder with all incidents as files. Given to the handlers, as the sync is. */
export type OpenFolder = {
  /** An empty path: none. */
  readonly set: (typed: string, holdsPrivate: boolean) => Promise<Result<void, ContractError>>;
  /** Writes at once what is not written yet. */
  readonly retry: () => void;
  readonly view: () => SettingsViewT['folder'];
};
