/** What the local workspace remembers. Mutable on purpose: it stands in for Slack's own state. */

export type User = {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly displayName: string;
  readonly isBot: boolean;
  /** May delete what others wrote and rename what others made. */
  readonly isAdmin: boolean;
  readonly deleted: boolean;
};

export type Token = {
  readonly token: string;
  readonly user: string;
  /** Set for a bot's token: it acts as the app. */
  readonly botId: string | null;
  readonly scopes: readonly string[];
  /** Null for a person at Slack's own window, who is no app and has no limits. */
  readonly app: string | null;
  /** In ms since 1970; null for one that lasts. */
  readonly expiresAt: number | null;
  /** Slack's code for why it no longer works, or null while it does. */
  ended: 'token_expired' | 'token_revoked' | 'account_inactive' | null;
};

export type Metadata = {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
};

export type Edited = { readonly user: string; readonly ts: string };

/** One emoji under a message, and who put it there, the first first. */
export type Reaction = { readonly name: string; readonly users: readonly string[] };

/** A file that was sent, or is about to be. */
export type StoredFile = {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  title: string;
  readonly altText: string | null;
  /** What its uploader calls the language of a snippet. */
  readonly snippetType: string | null;
  /** Seconds since 1970. */
  readonly created: number;
  bytes: Uint8Array;
  /** Only what is complete can be seen; what was deleted leaves a mark in messages. */
  state: 'awaited' | 'uploaded' | 'complete' | 'deleted';
  /** The messages it hangs on, the first first. */
  shares: readonly { readonly channel: string; readonly ts: string }[];
};

export type Message = {
  readonly ts: string;
  readonly user: string;
  readonly botId: string | null;
  readonly app: string | null;
  /** Slack's own windows stamp what people write there; calls of apps go without. */
  readonly clientMsgId: string | null;
  text: string;
  blocks: readonly object[] | null;
  metadata: Metadata | null;
  readonly subtype: string | null;
  /** What a subtype has beside the text: the topic that was set, who invited. */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly threadTs: string | null;
  edited: Edited | null;
  reactions: readonly Reaction[];
  readonly fileIds: readonly string[];
  /** A thread's root that was deleted leaves a tombstone. */
  tombstone: boolean;
  /** When it was posted, in ms since 1970: the ts may lie a little later. */
  readonly at: number;
};

/** A message as it was until a moment, for readers who lag behind. */
export type Past = { readonly until: number; readonly message: Message };

export type Pin = { readonly ts: string; readonly user: string; readonly created: number };

export type Bookmark = {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly emoji: string;
  readonly user: string;
  readonly created: number;
};

/** Who set a topic or purpose last, and when, in seconds since 1970. */
export type SetBy = { readonly creator: string; readonly at: number };

/** A conversation's kind, by the names that Slack's lists ask for them. */
export type ChannelKind = 'public_channel' | 'private_channel' | 'mpim' | 'im';

export type Channel = {
  readonly id: string;
  /** Empty for a direct message. */
  name: string;
  previousNames: readonly string[];
  readonly kind: ChannelKind;
  /** Every kind but public channels. */
  readonly isPrivate: boolean;
  readonly creator: string;
  /** Seconds since 1970. */
  readonly created: number;
  isArchived: boolean;
  topic: string;
  purpose: string;
  readonly setBy: Map<'topic' | 'purpose', SetBy>;
  readonly members: Set<string>;
  /** Oldest first; `ts` rises strictly. `message-log.ts` alone adds and removes, here and below. */
  readonly messages: readonly Message[];
  /** Those of them that the channel's history shows. */
  readonly history: readonly Message[];
  /** Replies by the ts of the root they stand under, oldest first. */
  readonly threads: ReadonlyMap<string, readonly Message[]>;
  /** Oldest first. Kept only as long as a reader may lag. */
  past: Past[];
  /** The latest moment at which anything was posted, changed or removed, in ms since 1970. */
  changedAt: number;
  pins: readonly Pin[];
  bookmarks: readonly Bookmark[];
  lastTs: number;
};

export type Team = { readonly id: string; readonly name: string; readonly domain: string };

/** Time as it is given to the workspace: real, or a test's own. */
export type Clock = {
  readonly now: () => number;
  readonly after: (ms: number, task: () => void) => () => void;
};
