import type { Migration } from './migration.ts';

/**
 * `headline` is what is still to be told in an announcement's thread. `root_*` is where that thread
 * is; `reply_seen` the thread's latest reply, `reply_read` the one up to which the incident itself
 * has been read since.
 */
export const headlines: Migration = {
  version: 8,
  sql: `
    ALTER TABLE slack_channel ADD COLUMN root_channel TEXT;
    ALTER TABLE slack_channel ADD COLUMN root_ts TEXT;
    ALTER TABLE slack_channel ADD COLUMN reply_seen TEXT;
    ALTER TABLE slack_channel ADD COLUMN reply_read TEXT;

    CREATE TABLE headline (
      op TEXT NOT NULL PRIMARY KEY,
      incident TEXT NOT NULL,
      state TEXT NOT NULL,
      queued_at INTEGER NOT NULL,
      reason TEXT,
      hint TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX headline_by_incident ON headline (incident, op);
  `,
};
