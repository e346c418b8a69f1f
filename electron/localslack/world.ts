import type { Answer } from './answer.ts';
import type { Arguments } from './arguments.ts';
import type { Channel, Clock, StoredFile, Team, Token, User } from './model.ts';
import type { App, Code, Refresh } from './oauth-model.ts';
import type { Scopes } from './scopes.ts';

/**
 * What becomes of metadata that a person's token sends. Slack's pages have the code
 * `metadata_must_be_sent_from_app` and do not say whether it means such tokens; with an app's own
 * schema unmet, metadata is known to be left out without an error.
 * @see docs.slack.dev/reference/methods/chat.postMessage, github.com/slackapi/deno-slack-sdk/pull/86
 */
export const PERSON_METADATA = ['kept', 'refused', 'dropped'] as const;
export type PersonMetadata = (typeof PERSON_METADATA)[number];

/**
 * What a payload may have. `strict` is what the types of Slack's client allow; its guide says that
 * nothing of this is enforced, so `any` takes every JSON object.
 * @see docs.slack.dev/messaging/message-metadata/designing-metadata-event-schema
 */
export const METADATA_PAYLOADS = ['strict', 'any'] as const;
export type MetadataPayload = (typeof METADATA_PAYLOADS)[number];

/** What becomes of metadata, where Slack's pages say too little; may be changed while it runs. */
export type MetadataRules = {
  /** In characters of JSON. */
  max: number;
  person: PersonMetadata;
  payload: MetadataPayload;
};

/** The state that methods read and change. */
export type World = {
  readonly clock: Clock;
  readonly random: () => number;
  readonly team: Team;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  /** Direct messages by who is in them, since there is one for each such group of people. */
  readonly directs: Map<string, Channel>;
  readonly tokens: Map<string, Token>;
  readonly files: Map<string, StoredFile>;
  /** Apps by their client id. */
  readonly apps: Map<string, App>;
  /** What people brought back from where they let an app in. */
  readonly codes: Map<string, Code>;
  readonly refreshes: Map<string, Refresh>;
  /** Who is signed in in the browser. */
  readonly signedIn: { user: string | null };
  /** Files to be sent, by the ticket in the address they are sent to. */
  readonly uploads: Map<string, StoredFile>;
  readonly metadata: MetadataRules;
  /** Most messages a page of a history may have. */
  readonly historyMax: number;
};

/** One call as a method sees it. */
export type Call = {
  readonly world: World;
  readonly token: Token;
  readonly args: Arguments;
  /** Where files are sent to and fetched from, as the caller reaches it: `https://files.slack.com`. */
  readonly origin: string;
  /** What this method asks a token for. */
  readonly scopes: Scopes;
  /** Readers of messages see the workspace as it was then: a stale read lags behind. */
  readonly asOf: number;
};

/** A method: the scopes of which one is needed, and the arguments it cannot do without. */
export type MethodEntry = {
  readonly scopes: Scopes;
  readonly required?: readonly string[];
  readonly run: (call: Call) => Answer;
};
export type MethodTable = Readonly<Record<string, MethodEntry>>;
