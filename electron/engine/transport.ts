import type { IncidentId, OpId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { Op } from '#shared/ops/op.ts';

/** Why something did not go through, by what the sync does next. */
export type Trouble =
  /** Not reached, and certainly without effect. Tried again later. */
  | { readonly kind: 'offline'; readonly message: string }
  /** The other side asked for patience. Nothing happened. */
  | { readonly kind: 'limited'; readonly retryAfter: number }
  /** It may have happened. Reading tells; nothing is sent again before. */
  | { readonly kind: 'unclear'; readonly message: string }
  /** This incident needs a person; others go on. */
  | { readonly kind: 'parked'; readonly message: string; readonly hint: string }
  /** The whole account needs a person. */
  | { readonly kind: 'refused'; readonly message: string; readonly hint: string };

export type Attempt<T> = Promise<Result<T, Trouble>>;

/** Hears of every call that is made, so that a budget can be kept. */
export type CallMeter = {
  /** A call of a method left this computer. */
  readonly took: (method: string) => void;
  /** Slack answered that there were too many. */
  readonly limited: (method: string) => void;
};

/** What the announcements tell of an incident: whether it is worth reading. */
export type News =
  | { readonly kind: 'unheard' }
  | { readonly kind: 'quiet' }
  /** It has headlines that were not there when it was last read. `to` is another for each. */
  | { readonly kind: 'moved'; readonly to: string };

/** How far a walk is, in messages, as far as they are known. */
export type WalkProgress = { readonly done: number; readonly total: number };

export type WalkOptions = {
  readonly onProgress?: (progress: WalkProgress) => void;
  /** Ends the walk between two pages. */
  readonly signal?: AbortSignal;
};

/** How a person came to a token: that is how they come to another. */
export type WayIn = 'sign-in' | 'paste';

/** How ops travel. The sync decides when; a transport knows how. Every call may end in trouble. */
export type Transport = {
  /** Checks a token a person gave and, when it is good, keeps it and acts with it from now on. */
  readonly connect: (token: string, way: WayIn) => Promise<Result<void, ContractError>>;
  /** Acts with what was kept: the same check, at a start, perhaps offline. */
  readonly resume: (kept: string) => Attempt<void>;
  readonly disconnect: () => void;
  /** Gives the incident its place, if it has none. */
  readonly open: (incident: IncidentId) => Attempt<void>;
  /** How many of these ops go out together: one message, one readable text. At least one. */
  readonly fit: (ops: readonly Op[]) => number;
  /** Sends ops as one message. On success they are marked as carried. */
  readonly push: (incident: IncidentId, ops: readonly Op[]) => Attempt<void>;
  /**
   * Incidents that owe what follows a change (topic, announcement), also from before a crash. What
   * Slack refused is not owed until it changes again or a person asks.
   */
  readonly owed: () => readonly IncidentId[];
  /** Takes one step of what an incident owes. The answer: ms to leave before the next step. */
  readonly settleOwed: (incident: IncidentId) => Attempt<number>;
  /** A person says that what Slack refused is mended: of one incident, or of all. */
  readonly retryOwed: (incident: IncidentId | null) => void;
  /** Announces incidents in another channel from now on. */
  readonly announceIn: (name: string) => Promise<Result<void, ContractError>>;
  /**
   * Reads what is new of one incident: all of it, where something of ours may have been posted and
   * nobody knows; else what a few calls give, and the rest becomes a gap.
   */
  readonly pull: (incident: IncidentId) => Attempt<void>;
  /** Incidents of which not all that was posted has been read. */
  readonly gaps: () => readonly IncidentId[];
  /** Reads one page of such a gap, the newest first. It can be stopped after any. */
  readonly backfill: (incident: IncidentId) => Attempt<void>;
  /** What was heard of an incident without reading it. */
  readonly news: (incident: IncidentId) => News;
  /** One page of the slow read back through an incident, and a few threads that moved. */
  readonly sweep: (incident: IncidentId) => Attempt<void>;
  /**
   * Has an incident gone through soon, from the newest to the first.
   * @param always also when that was done lately
   */
  readonly wantWalk: (incident: IncidentId, always: boolean) => void;
  /** Incidents that are to be gone through soon. */
  readonly walked: () => readonly IncidentId[];
  /** Reads a whole incident as it is now, for an export. */
  readonly walk: (incident: IncidentId, options: WalkOptions) => Attempt<'through' | 'cancelled'>;
  readonly hasDueThreads: (incident: IncidentId) => boolean;
  /** Reads a few of an incident's threads that moved. */
  readonly readThreads: (incident: IncidentId) => Attempt<void>;
  /** Reads what was lately written in an incident's post-mortem. */
  readonly readNewText: (incident: IncidentId) => Attempt<void>;
  /** Whether an incident has an image that is to be fetched now. */
  readonly wantsFiles: (incident: IncidentId) => boolean;
  /** Fetches one image of an incident, for reading offline. */
  readonly fetchFile: (incident: IncidentId) => Attempt<void>;
  /** Looks for announced incidents that this desktop does not know. */
  readonly discover: () => Attempt<void>;
  /** The same for private ones, which nobody announces. */
  readonly discoverPrivate: () => Attempt<void>;
  /** Learns the names of people. */
  readonly readPeople: () => Attempt<void>;
  /** Incidents that can be read. */
  readonly readable: () => readonly IncidentId[];
  /** Whether Slack is known to hold an op. */
  readonly holds: (op: OpId) => boolean;
};
