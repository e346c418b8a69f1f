import type { Migration } from './migration.ts';

/**
 * What was written here in post-mortems and is not in the log yet: it is kept at every pause of a
 * key, and leaves once a minute.
 */
export const postMortem: Migration = {
  version: 18,
  sql: `
    CREATE TABLE post_mortem_writing (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      incident TEXT NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE INDEX post_mortem_writing_of ON post_mortem_writing (incident, seq);
  `,
};
