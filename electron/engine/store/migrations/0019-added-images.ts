import type { Migration } from './migration.ts';

/**
 * Images that people add: those whose bytes are in the profile's folder `images`; the entries that show
 * them; how far each has come on its way to Slack; and, of files in Slack, which image they say they
 * are (`claim`, by their name) and which they turned out to be (`hash`).
 */
export const addedImages: Migration = {
  version: 19,
  rebuild: true,
  sql: `
    CREATE TABLE image (
      hash TEXT NOT NULL PRIMARY KEY,
      type TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      kept_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE entry_image (
      incident TEXT NOT NULL,
      id TEXT NOT NULL,
      hash TEXT NOT NULL,
      claim TEXT NOT NULL,
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      PRIMARY KEY (incident, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entry_image_claim ON entry_image (incident, claim);
    CREATE INDEX entry_image_hash ON entry_image (hash);
    CREATE TABLE image_upload (
      incident TEXT NOT NULL,
      hash TEXT NOT NULL,
      state TEXT NOT NULL,
      file TEXT,
      reason TEXT,
      hint TEXT,
      PRIMARY KEY (incident, hash)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE slack_file ADD COLUMN claim TEXT;
    ALTER TABLE slack_file ADD COLUMN hash TEXT;
    CREATE INDEX slack_file_claim ON slack_file (channel, claim) WHERE claim IS NOT NULL;
    CREATE INDEX slack_file_claimed_in ON slack_file (ts) WHERE claim IS NOT NULL;
    CREATE INDEX slack_file_hash ON slack_file (hash) WHERE hash IS NOT NULL;
  `,
};
