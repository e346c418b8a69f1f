import type { Migration } from './migration.ts';

/** What every record has, and its place. */
const EVERY = `
  incident TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  deleted INTEGER NOT NULL`;
const END = `
  PRIMARY KEY (incident, id)
) STRICT, WITHOUT ROWID`;

/**
 * Actions with all there is to know of them, custom roles, and what had no table: follow-ups,
 * updates, decisions, hypotheses, links, hand-overs, merged and related incidents, who takes part,
 * custom fields; entries that were taken over, moved or edited, and what people say about a line of
 * the timeline. All are made again from the log. The two indexes by author find everybody who took
 * part without reading all they did.
 */
export const records: Migration = {
  version: 11,
  rebuild: true,
  sql: `
    DROP TABLE action;
    CREATE TABLE action (${EVERY},
      text TEXT NOT NULL,
      owner TEXT,
      status TEXT NOT NULL,
      done INTEGER NOT NULL,
      done_at INTEGER,
      due INTEGER,
      check_at INTEGER,
      outcome TEXT,${END};

    ALTER TABLE role ADD COLUMN name TEXT;
    ALTER TABLE role ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0;

    CREATE TABLE follow_up (${EVERY},
      text TEXT NOT NULL,
      type TEXT,
      owner TEXT,
      state TEXT NOT NULL,
      soak_until INTEGER,
      due INTEGER,
      done_when TEXT NOT NULL,
      issue_url TEXT,${END};

    CREATE TABLE incident_update (${EVERY},
      audience TEXT NOT NULL,
      form TEXT NOT NULL,
      conditions TEXT NOT NULL,
      actions TEXT NOT NULL,
      needs TEXT NOT NULL,
      next_by INTEGER,${END};
    CREATE INDEX incident_update_by_time ON incident_update (incident, audience, added_at, id);

    CREATE TABLE decision (${EVERY},
      question TEXT NOT NULL,
      options TEXT NOT NULL,
      choice TEXT NOT NULL,
      reason TEXT NOT NULL,
      expected TEXT NOT NULL,
      expected_by INTEGER,
      outcome TEXT,${END};

    CREATE TABLE hypothesis (${EVERY},
      text TEXT NOT NULL,
      state TEXT NOT NULL,
      evidence TEXT NOT NULL,${END};

    CREATE TABLE link (${EVERY},
      title TEXT NOT NULL,
      url TEXT NOT NULL,${END};

    CREATE TABLE handover (${EVERY},
      role TEXT NOT NULL,
      "from" TEXT,
      "to" TEXT NOT NULL,
      brief TEXT NOT NULL,
      state TEXT NOT NULL,${END};

    CREATE TABLE relation (${EVERY},
      "as" TEXT NOT NULL,
      code TEXT NOT NULL,
      name TEXT,${END};

    CREATE TABLE custom_field (${EVERY},
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      options TEXT NOT NULL,
      value TEXT NOT NULL,${END};
    CREATE INDEX custom_field_by_id ON custom_field (id, added_at);

    CREATE TABLE participant (
      incident TEXT NOT NULL,
      id TEXT NOT NULL,
      person TEXT NOT NULL,
      present INTEGER NOT NULL,${END};

    CREATE INDEX op_by_author ON op (incident, author) WHERE cancelled = 0;
    CREATE INDEX slack_message_by_author ON slack_message (channel, author)
      WHERE kind = 'message';

    DROP TABLE entry;
    CREATE TABLE entry (
      incident TEXT NOT NULL,
      id TEXT NOT NULL,
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      edited INTEGER NOT NULL,
      op TEXT NOT NULL,
      position TEXT NOT NULL,
      happened_at INTEGER NOT NULL,
      channel TEXT,
      ts TEXT,
      source TEXT,
      author TEXT,
      PRIMARY KEY (incident, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entry_by_message ON entry (incident, ts) WHERE ts IS NOT NULL;

    CREATE TABLE line_mark (
      incident TEXT NOT NULL,
      kind TEXT NOT NULL,
      ref TEXT NOT NULL,
      hidden INTEGER NOT NULL,
      marker TEXT,
      PRIMARY KEY (incident, kind, ref)
    ) STRICT, WITHOUT ROWID;
  `,
};
