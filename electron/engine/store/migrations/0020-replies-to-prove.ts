import type { Migration } from './migration.ts';

/** Posts that are replies are proved by reading their thread; null for those in the channel itself. */
export const repliesToProve: Migration = {
  version: 20,
  sql: 'ALTER TABLE slack_unproved ADD COLUMN thread TEXT;',
};
