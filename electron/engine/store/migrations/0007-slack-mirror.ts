import type { Migration } from './migration.ts';

/**
 * The mirror keeps every message of a channel, whatever it carries, so that a read can be compared
 * with it: what changed, what is there no more. `slack_range` says which stretches of a channel have
 * been read without a gap; `slack_carrier` which message carries which op; `slack_quarantine` what
 * was not understood, and why. A channel's old `read_to` becomes its first range.
 */
export const slackMirror: Migration = {
  version: 7,
  sql: `
    ALTER TABLE slack_message ADD COLUMN kind TEXT NOT NULL DEFAULT 'message';
    ALTER TABLE slack_message ADD COLUMN thread TEXT;
    ALTER TABLE slack_message ADD COLUMN broadcast INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE slack_message ADD COLUMN version TEXT NOT NULL DEFAULT '';
    ALTER TABLE slack_message ADD COLUMN first_text TEXT;
    ALTER TABLE slack_message ADD COLUMN first_version TEXT;
    ALTER TABLE slack_message ADD COLUMN reactions TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE slack_message ADD COLUMN files TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE slack_message ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE slack_message ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE slack_message ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX slack_reply ON slack_message (channel, thread, ts) WHERE thread IS NOT NULL;
    CREATE INDEX slack_doubtful ON slack_message (channel, ts) WHERE missed > 0 AND gone = 0;

    CREATE TABLE slack_thread (
      channel TEXT NOT NULL,
      root TEXT NOT NULL,
      state TEXT NOT NULL,
      read_state TEXT,
      read_at INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (channel, root)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX slack_thread_due ON slack_thread (channel, root) WHERE read_state IS NOT state;

    CREATE TABLE slack_range (
      channel TEXT NOT NULL,
      oldest TEXT NOT NULL,
      newest TEXT NOT NULL,
      PRIMARY KEY (channel, newest)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO slack_range (channel, oldest, newest)
      SELECT channel, '0', read_to FROM slack_channel
      WHERE channel IS NOT NULL AND read_to IS NOT NULL;
    ALTER TABLE slack_channel DROP COLUMN read_to;
    ALTER TABLE slack_channel ADD COLUMN head TEXT;
    ALTER TABLE slack_channel ADD COLUMN backfill INTEGER NOT NULL DEFAULT 1;

    CREATE TABLE slack_carrier (
      channel TEXT NOT NULL,
      op TEXT NOT NULL,
      ts TEXT NOT NULL,
      part INTEGER NOT NULL,
      parts INTEGER NOT NULL,
      PRIMARY KEY (channel, op, ts)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE slack_quarantine (
      channel TEXT NOT NULL,
      ref TEXT NOT NULL,
      reason TEXT NOT NULL,
      detail TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (channel, ref, reason)
    ) STRICT, WITHOUT ROWID;
  `,
};
