// Engine: no Electron and no DOM in here. It runs in a worker thread, in plain Node and in tests.

/** Cancels what was scheduled; calling it twice, or late, does nothing. */
export type Cancel = () => void;

/** Time comes in as an argument, so that the simulation owns it. */
export type Clock = {
  /** ms since 1970. May jump: sleep, NTP, a person. */
  readonly now: () => number;
  /** Runs `task` once after `ms`; it may be late, never early by this clock. */
  readonly after: (ms: number, task: () => void) => Cancel;
};

/** Where the Slack token lives between starts; the shell decides. Never the database. */
export type Secrets = {
  /** `session`: forgotten on quit, because there is no keychain to trust. */
  readonly keeping: 'keychain' | 'session';
  readonly load: () => Promise<string | null>;
  readonly save: (token: string) => Promise<void>;
  readonly clear: () => Promise<void>;
};

/** One line of the local log. Never a token, never what a person wrote. */
export type LogLine = {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Everything the engine needs of the world. */
export type EnginePorts = {
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** The profile's folder; the engine owns the files in it. */
  readonly profile: string;
  readonly secrets: Secrets;
  readonly fetch: typeof globalThis.fetch;
  /** Null for Slack itself. */
  readonly slackApiUrl: string | null;
  readonly log: (line: LogLine) => void;
  /** What to call the person before Slack tells: the login name of the computer. */
  readonly loginName: string;
  /** The IANA time zone the person is in now; people travel. */
  readonly zone: () => string;
  /** The app's version, as Settings shows it. */
  readonly version: string;
};
