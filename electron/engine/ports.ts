// Engine: no Electron and no DOM in here. It runs in a worker thread, in plain Node and in tests.
import type { Fault } from '#shared/base/fault.ts';
import type { Result } from '#shared/base/result.ts';
import type { ShellViewT } from '#shared/contract/views/shell.ts';
import type { TokenKeeping } from '#shared/domain/token-keeping.ts';

/** Cancels what was scheduled; calling it twice, or late, does nothing. */
export type Cancel = () => void;

/** Time comes in as an argument, so that the simulation owns it. */
export type Clock = {
  /** ms since 1970. May jump: sleep, NTP, a person. */
  readonly now: () => number;
  /** Runs `task` once after `ms`; it may be late, never early by this clock. */
  readonly after: (ms: number, task: () => void) => Cancel;
};

/** What a browser shows that came back from Slack. */
export type ReturnWords = { readonly title: string; readonly text: string };

/**
 * Waits on a port of this computer for the browser that Slack sends back.
 * @param answer is given what stands behind the `?`
 * @returns the system's code where the port cannot be had
 */
export type OpenReturn = (
  port: number,
  answer: (query: string) => Promise<ReturnWords>,
) => Promise<Result<{ readonly close: () => void }, string>>;

/** Where a token lives between starts; the shell decides. Never the database. */
export type Secrets = {
  readonly keeping: TokenKeeping;
  /** One text: a token, or a pair that is renewed. */
  readonly load: () => Promise<string | null>;
  readonly save: (token: string) => Promise<void>;
  readonly clear: () => Promise<void>;
};

/**
 * One line of the local log. Never a token, never what a person wrote: what has a blank in it, or
 * looks like a secret, is not written down.
 */
export type LogLine = {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  /** What was thrown, for what was not expected. */
  readonly fault?: Fault;
};

/** A folder of the person's own, outside the profile. Every error is the system's code (`EACCES`). */
export type FolderDisk = {
  /** Where a path that somebody typed leads: absolute; null where it leads nowhere. */
  readonly resolve: (typed: string) => string | null;
  /** Makes the folder where it is not there yet, and tries whether it can be written in. */
  readonly check: (folder: string) => Promise<Result<void, string>>;
  /** All of the text or none of it is there afterwards, and on the disk. */
  readonly write: (folder: string, name: string, text: string) => Promise<Result<void, string>>;
  /** Takes a file away; one that is not there is none. */
  readonly remove: (folder: string, name: string) => Promise<Result<void, string>>;
};

/** Everything the engine needs of the world. */
export type EnginePorts = {
  readonly clock: Clock;
  /** Uniform in [0, 1), and not to be guessed: a sign-in rests on it. */
  readonly random: () => number;
  /** The profile's folder; the engine owns the files in it. */
  readonly profile: string;
  readonly secrets: Secrets;
  /** Where the token for GitHub lives; absent: in memory, until the end. */
  readonly gitHubSecrets?: Secrets;
  readonly fetch: typeof globalThis.fetch;
  /** Absent where no folder can be written in. */
  readonly folderDisk?: FolderDisk;
  /** Absent or null for GitHub itself; `https://HOST/api/v3` for one of a company's own. */
  readonly gitHubApiUrl?: string | null;
  /** Null for Slack itself. */
  readonly slackApiUrl: string | null;
  /** The client ID of the Slack app, where it is not for a person to enter. */
  readonly slackClientId?: string;
  /** Absent where no browser can come back. */
  readonly openReturn?: OpenReturn;
  readonly log: (line: LogLine) => void;
  /** What to call the person before Slack tells: the login name of the computer. */
  readonly loginName: string;
  /** The IANA time zone the person is in now; people travel. */
  readonly zone: () => string;
  /** What the program around the page can do here; absent: a browser's tab. */
  readonly shell?: () => ShellViewT;
  /** The app's version, as Settings shows it. */
  readonly version: string;
  /** What it runs on, each with its version: `{ electron: '45.4.1', system: 'linux x64' }`. */
  readonly runtime?: Readonly<Record<string, string>>;
  /** The newest lines of the log, as they were written, the oldest first. */
  readonly newestLog?: (most: number) => readonly string[];
};
