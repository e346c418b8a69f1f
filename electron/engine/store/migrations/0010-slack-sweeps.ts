import type { Migration } from './migration.ts';

/**
 * Where the slow read back through each channel stands: below which message it goes on (null: at the
 * newest), whether it is to be gone through at once, and when it was last through.
 */
export const slackSweeps: Migration = {
  version: 10,
  sql: `
    CREATE TABLE slack_sweep (
      channel TEXT NOT NULL PRIMARY KEY,
      below TEXT,
      walking INTEGER NOT NULL,
      through_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
