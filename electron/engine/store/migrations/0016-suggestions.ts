import type { Migration } from './migration.ts';

/**
 * What messages may be for the timeline, kept beside them so that a long channel need not be read
 * again; those that were waved aside here; and where to look for pins and reactions. Not from the log.
 */
export const suggestions: Migration = {
  version: 16,
  sql: `
    CREATE TABLE slack_suggestion (
      channel TEXT NOT NULL,
      ts TEXT NOT NULL,
      kind TEXT NOT NULL,
      score INTEGER NOT NULL,
      reasons TEXT NOT NULL,
      PRIMARY KEY (channel, ts)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE suggestion_dismissed (
      channel TEXT NOT NULL,
      ts TEXT NOT NULL,
      PRIMARY KEY (channel, ts)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX slack_message_noted ON slack_message (channel, ts)
      WHERE pinned = 1 OR reactions <> '[]';
  `,
};
