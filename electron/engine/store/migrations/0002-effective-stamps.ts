import type { Migration } from './migration.ts';

/**
 * `stamp` is what an op is ordered by: its own, held back when its clock ran ahead of Slack's.
 * `hash` tells whether the row still says what was stored. The rebuild after it fills both.
 */
export const effectiveStamps: Migration = {
  version: 2,
  rebuild: true,
  sql: `
    ALTER TABLE op ADD COLUMN stamp TEXT NOT NULL DEFAULT '';
    ALTER TABLE op ADD COLUMN hash TEXT NOT NULL DEFAULT '';
    DROP INDEX op_by_entity;
    CREATE INDEX op_by_entity ON op (incident, entity, stamp, id);
  `,
};
