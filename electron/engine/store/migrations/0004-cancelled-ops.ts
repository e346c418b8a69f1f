import type { Migration } from './migration.ts';

/** A person can take back what has not left this desktop: it stays in the log and counts no more. */
export const cancelledOps: Migration = {
  version: 4,
  sql: `
    ALTER TABLE op ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX op_cancelled ON op (id) WHERE cancelled = 1;
  `,
};
