import type { ContractReply } from '#shared/contract/envelope.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import type { ContractEvent } from '#shared/contract/events.ts';
import type { ShellViewT } from '#shared/contract/views/shell.ts';
import type { TokenKeeping } from '#shared/domain/token-keeping.ts';
import type { FetchAnswer, FetchCall } from './carried-fetch.ts';

/** Whose token it is. */
export type SecretName = 'slack' | 'github';

/** What the engine's worker is started with. */
export type WorkerSetup = {
  readonly profile: string;
  /** Null for Slack itself. */
  readonly slackApiUrl: string | null;
  /** The client ID of the Slack app, where it is not for a person to enter. */
  readonly slackClientId?: string;
  readonly loginName: string;
  readonly version: string;
  readonly keeping: TokenKeeping;
  /** The token that was kept, or was given for this session. */
  readonly token: string | null;
  /** The same for GitHub. */
  readonly gitHubToken?: string | null;
  /** Absent or null for GitHub itself. */
  readonly gitHubApiUrl?: string | null;
  /** The shell makes the requests; absent: the engine's thread, with Node's own network. */
  readonly carriesFetch?: boolean;
};

/** From a shell to the engine's worker. `seq` joins an answer to its question. */
export type ToWorker =
  | { readonly type: 'request'; readonly seq: number; readonly raw: unknown }
  | { readonly type: 'secret-kept'; readonly seq: number; readonly problem: string | null }
  /** What the shell can do here, as it has just found out. */
  | { readonly type: 'shell'; readonly shell: ShellViewT }
  | FetchAnswer
  | { readonly type: 'stop' };

/** From the engine's worker to its shell. */
export type FromWorker =
  | { readonly type: 'started' }
  | { readonly type: 'refused'; readonly error: ContractError }
  | { readonly type: 'reply'; readonly seq: number; readonly reply: ContractReply }
  | { readonly type: 'event'; readonly event: ContractEvent }
  | FetchCall
  | {
      readonly type: 'keep-secret';
      readonly seq: number;
      readonly name: SecretName;
      readonly token: string | null;
    };
