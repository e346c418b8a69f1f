import type { Transport } from '../transport/transport.ts';

/** Time, as screens need it: what shows a running clock hears of every second. */
export type Clock = {
  readonly now: () => number;
  readonly onSecond: (listener: () => void) => () => void;
};

/** Does something some milliseconds from now. */
export type After = (ms: number, task: () => void) => void;

/** What has been typed and not been saved yet; outlives a restart. */
export type Drafts = {
  readonly read: (key: string) => string;
  readonly write: (key: string, text: string) => void;
  /** Tells when what an earlier start left has been read. */
  readonly onRead: (listener: () => void) => () => void;
};

/** Where text is copied to. Resolves to whether it is there. */
export type Clipboard = {
  readonly write: (text: string) => Promise<boolean>;
  /** The same with its looks, for programs that take them. */
  readonly writeRich: (html: string, text: string) => Promise<boolean>;
};

/** The address bar: the part after `#`. */
export type Address = {
  readonly read: () => string;
  readonly write: (hash: string) => void;
  /** Shows it in a window of its own: in a browser, a tab. */
  readonly openApart: (hash: string) => void;
  readonly watch: (listener: () => void) => () => void;
};

/** All that the state needs of the world. */
export type StatePorts = {
  readonly transport: Transport;
  readonly address: Address;
  readonly newId: () => string;
  /** ms since 1970. */
  readonly now: () => number;
};

/** Gives a file to the person: its name, and its bytes in pieces of base64. */
export type SaveFile = (name: string, pieces: readonly string[]) => void;

/** A file that a person gave, read where it lies. */
export type GivenFile = {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Its bytes from `from` to before `to`, in base64; null when it cannot be read any more. */
  readonly read: (from: number, to: number) => Promise<string | null>;
};
