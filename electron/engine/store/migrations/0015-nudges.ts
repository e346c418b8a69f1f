import type { Migration } from './migration.ts';

/** What this desktop has reminded its person of, and what they put off. Not from the log. */
export const nudges: Migration = {
  version: 15,
  sql: `
    CREATE TABLE nudge_told (
      incident TEXT NOT NULL,
      rule TEXT NOT NULL,
      subject TEXT NOT NULL,
      occasion TEXT NOT NULL,
      told_at INTEGER NOT NULL,
      PRIMARY KEY (incident, rule, subject, occasion)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE nudge_snooze (
      incident TEXT NOT NULL,
      rule TEXT NOT NULL,
      subject TEXT NOT NULL,
      since INTEGER NOT NULL,
      until INTEGER NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (incident, rule, subject)
    ) STRICT, WITHOUT ROWID;
  `,
};
