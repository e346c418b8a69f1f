/** What the local workspace remembers. Mutable on purpose: it stands in for Slack's own state. */

export type User = {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly displayName: string;
  readonly isBot: boolean;
  readonly deleted: boolean;
};

export type Token = {
  readonly token: string;
  readonly user: string;
  /** Set for a bot's token: it acts as the app. */
  readonly botId: string | null;
  readonly scopes: readonly string[];
  readonly app: string;
  /** Slack's code for why it no longer works, or null while it does. */
  ended: 'token_revoked' | 'account_inactive' | null;
};

export type Metadata = {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
};

export type Message = {
  readonly ts: string;
  readonly user: string;
  readonly botId: string | null;
  text: string;
  blocks: readonly unknown[] | null;
  metadata: Metadata | null;
  readonly subtype: string | null;
  readonly threadTs: string | null;
  edited: { readonly user: string; readonly ts: string } | null;
  /** A thread's root that was deleted leaves a tombstone. */
  tombstone: boolean;
  /** When it becomes visible to readers: history can lag behind a post. ms since 1970. */
  readonly visibleAt: number;
};

export type Channel = {
  readonly id: string;
  name: string;
  readonly isPrivate: boolean;
  readonly creator: string;
  /** Seconds since 1970. */
  readonly created: number;
  isArchived: boolean;
  topic: string;
  purpose: string;
  readonly members: Set<string>;
  /** Oldest first; `ts` rises strictly. */
  readonly messages: Message[];
  lastTs: number;
};

export type Team = { readonly id: string; readonly name: string; readonly domain: string };

/** Time as it is given to the workspace: real, or a test's own. */
export type Clock = {
  readonly now: () => number;
  readonly after: (ms: number, task: () => void) => () => void;
};
