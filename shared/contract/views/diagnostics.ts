import { z } from 'zod';
import { TOKEN_KEEPINGS } from '../../domain/token-keeping.ts';
import { SyncState } from '../views.ts';

/** A channel by what is known of reading it. */
const ChannelSpan = z.object({
  incident: z.string(),
  /** `inc-7f3k`: the channel's name without what the incident is called. */
  name: z.string(),
  /** ms since 1970 of the newest and the oldest message of the stretch that was read last; null: none. */
  readTo: z.number().nullable(),
  readFrom: z.number().nullable(),
  /** The beginning of the channel was reached, with no gap above it. */
  whole: z.boolean(),
  /** When all of it was gone through last; null: never. */
  throughAt: z.number().nullable(),
});

const CallUse = z.object({
  /** Slack's name of the method. */
  method: z.string(),
  lastMinute: z.number(),
  /** Since this start. */
  total: z.number(),
  /** How often Slack answered that there were too many, since this start. */
  limited: z.number(),
  /** ms since 1970. */
  lastAt: z.number(),
});

const Span = z.object({
  what: z.enum(['sign-in', 'read', 'send', 'announce']),
  /** An incident's code, or what else was read: `announcements`, `people`. */
  subject: z.string(),
  /** When it began, ms since 1970, and how many ms it took. */
  at: z.number(),
  ms: z.number(),
  /** `done`, or the kind of trouble it came to. */
  outcome: z.string(),
});

/** A statement that took the database more than 40 ms, without the values it was run with. */
const SlowStatement = z.object({
  sql: z.string(),
  times: z.number(),
  /** ms of the one that took longest. */
  longest: z.number(),
  lastAt: z.number(),
});

/** In bytes; null: there is no such file. */
const Files = z.object({
  database: z.number().nullable(),
  wal: z.number().nullable(),
  journal: z.number().nullable(),
  log: z.number().nullable(),
  backups: z.number(),
  newestBackupAt: z.number().nullable(),
});

/**
 * How this desktop fares, in numbers, for whoever has to find out why something is odd. It holds no
 * token and nothing that people wrote, so that it can be sent to somebody.
 */
export const DiagnosticsView = z.object({
  versions: z.object({
    quarterdeck: z.string(),
    /** Of the database's tables. */
    schema: z.number(),
    /** Of the changes that are written here. */
    op: z.number(),
    sqlite: z.string(),
    /** What it runs on: Electron, Chromium, Node, the system. */
    runtime: z.array(z.object({ name: z.string(), version: z.string() })),
  }),
  /** When this start began, and when this was looked up. */
  startedAt: z.number(),
  readAt: z.number(),
  /** How the connection stands, and since when; the words for it are with `sync`. */
  connection: z.object({
    state: SyncState,
    since: z.number(),
    nextTryAt: z.number().nullable(),
  }),
  tokenKeeping: z.enum(TOKEN_KEEPINGS),
  /** What may be asked of Slack now; null where nothing is. */
  budget: z
    .object({
      /** Calls of history a minute that are this desktop's part. */
      perMinute: z.number(),
      /** ms between two reads of the incident on screen. */
      onScreenEvery: z.number(),
      /** ms until the next read fits. */
      wait: z.number(),
    })
    .nullable(),
  /** What the sync did, each as it went the last time, the newest first. */
  spans: z.array(Span),
  /** Those that took longest first. */
  slow: z.array(SlowStatement),
  files: Files,
  /** This desktop's id in the changes it makes. */
  device: z.string(),
  /** ms by which Slack's clock is ahead of this computer's. */
  clockOffset: z.number(),
  /** What was read and not understood, or not believed, by reason. */
  quarantine: z.array(z.object({ reason: z.string(), count: z.number() })),
  outbox: z.object({
    queued: z.number(),
    sending: z.number(),
    unknown: z.number(),
    parked: z.number(),
    /** Came in a bundle and wait for who made them to send them. */
    held: z.number(),
    /** Sent, and not seen in Slack with what they carry yet. */
    unproved: z.number(),
    /** Our own messages of no use that are still to be taken away. */
    spare: z.number(),
  }),
  /** What posts travel in; null before an account was connected. */
  carrier: z.object({ kind: z.enum(['metadata', 'blocks']), proved: z.boolean() }).nullable(),
  /** Desktops heard of lately, this one included: they share what Slack gives. */
  desktops: z.number(),
  calls: z.array(CallUse),
  /** Those read last first. */
  channels: z.array(ChannelSpan),
});
export type DiagnosticsViewT = z.output<typeof DiagnosticsView>;
