import type { Migration } from './migration.ts';

/** Ops of other desktops that came in a bundle, and whose makers may still send them. */
export const heldOps: Migration = {
  version: 12,
  sql: `
    CREATE TABLE held_op (
      op TEXT NOT NULL PRIMARY KEY,
      incident TEXT NOT NULL,
      looks INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX held_op_by_lane ON held_op (incident);
  `,
};
