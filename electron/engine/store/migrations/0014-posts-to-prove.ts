import type { Migration } from './migration.ts';

/**
 * Posts of this desktop that no read has shown with their ops yet (Slack may drop what a message says
 * to machines without a word), and messages of its own that are to be taken away, with the reason.
 */
export const postsToProve: Migration = {
  version: 14,
  sql: `
    CREATE TABLE slack_unproved (
      channel TEXT NOT NULL,
      ts TEXT NOT NULL,
      op TEXT NOT NULL,
      account TEXT NOT NULL,
      missed INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (channel, ts, op)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE slack_removal (
      channel TEXT NOT NULL,
      ts TEXT NOT NULL,
      incident TEXT NOT NULL,
      why TEXT NOT NULL,
      PRIMARY KEY (channel, ts)
    ) STRICT, WITHOUT ROWID;
  `,
};
