import type { Migration } from './migration.ts';

/**
 * What is read out of the texts of post-mortems: the contributing factors that each names, and the
 * document as the log's texts give it, so that a long one need not be put together from all of them.
 * Both are made again from the log.
 */
export const postMortemReading: Migration = {
  version: 21,
  sql: `
    CREATE TABLE post_mortem_factor (
      incident TEXT NOT NULL,
      place INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (incident, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE post_mortem_copy (
      incident TEXT NOT NULL PRIMARY KEY,
      texts TEXT NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
  `,
};
