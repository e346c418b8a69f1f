import type { Migration } from './migration.ts';

/**
 * The log (`op`), what is folded from it (`entity` and the tables the screens read), the mirror of
 * Slack, the outbox and the settings. All but log, mirror, outbox and settings can be rebuilt.
 */
export const firstSchema: Migration = {
  version: 1,
  sql: `
    CREATE TABLE op (
      id TEXT NOT NULL PRIMARY KEY,
      incident TEXT NOT NULL,
      entity TEXT NOT NULL,
      at TEXT NOT NULL,
      author TEXT NOT NULL,
      v INTEGER NOT NULL,
      fields TEXT NOT NULL,
      extra TEXT,
      slack_ts TEXT
    ) STRICT;
    CREATE INDEX op_by_entity ON op (incident, entity, at);

    CREATE TABLE entity (
      incident TEXT NOT NULL,
      entity TEXT NOT NULL,
      state TEXT NOT NULL,
      PRIMARY KEY (incident, entity)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE incident (
      id TEXT NOT NULL PRIMARY KEY,
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      severity TEXT NOT NULL,
      status TEXT NOT NULL,
      private INTEGER NOT NULL,
      declared_at INTEGER NOT NULL,
      ended_at INTEGER
    ) STRICT;

    CREATE TABLE role (
      incident TEXT NOT NULL,
      role TEXT NOT NULL,
      person TEXT,
      PRIMARY KEY (incident, role)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE action (
      incident TEXT NOT NULL,
      id TEXT NOT NULL,
      text TEXT NOT NULL,
      owner TEXT,
      done INTEGER NOT NULL,
      added_at INTEGER NOT NULL,
      done_at INTEGER,
      PRIMARY KEY (incident, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE timeline (
      incident TEXT NOT NULL,
      position TEXT NOT NULL,
      kind TEXT NOT NULL,
      ref TEXT NOT NULL,
      PRIMARY KEY (incident, position, kind, ref)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE entry (
      incident TEXT NOT NULL,
      id TEXT NOT NULL,
      text TEXT NOT NULL,
      op TEXT NOT NULL,
      position TEXT NOT NULL,
      PRIMARY KEY (incident, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE outbox (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      op TEXT NOT NULL UNIQUE,
      incident TEXT NOT NULL,
      account TEXT,
      state TEXT NOT NULL,
      queued_at INTEGER NOT NULL,
      reason TEXT,
      hint TEXT
    ) STRICT;
    CREATE INDEX outbox_by_lane ON outbox (incident, seq);

    CREATE TABLE slack_channel (
      incident TEXT NOT NULL PRIMARY KEY,
      channel TEXT UNIQUE,
      name TEXT NOT NULL,
      topic TEXT,
      announce TEXT NOT NULL,
      read_to TEXT
    ) STRICT;

    CREATE TABLE slack_message (
      channel TEXT NOT NULL,
      ts TEXT NOT NULL,
      author TEXT NOT NULL,
      text TEXT NOT NULL,
      edited INTEGER NOT NULL,
      hash TEXT NOT NULL,
      PRIMARY KEY (channel, ts)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE slack_part (
      channel TEXT NOT NULL,
      batch TEXT NOT NULL,
      part INTEGER NOT NULL,
      parts INTEGER NOT NULL,
      ts TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (channel, batch, part)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE slack_user (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      listed INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE setting (
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
