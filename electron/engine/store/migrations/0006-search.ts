import type { Migration } from './migration.ts';

/**
 * Full text. `message_search` is over the mirror, `written_search` over what people wrote here, by
 * entity. Triggers keep both in step with their rows, in the same transaction. The mirror's rows get
 * numbers for it, oldest first.
 */
export const search: Migration = {
  version: 6,
  rebuild: true,
  sql: `
    ALTER TABLE slack_message RENAME TO slack_message_before;
    CREATE TABLE slack_message (
      id INTEGER PRIMARY KEY,
      channel TEXT NOT NULL,
      ts TEXT NOT NULL,
      author TEXT NOT NULL,
      text TEXT NOT NULL,
      edited INTEGER NOT NULL,
      hash TEXT NOT NULL,
      UNIQUE (channel, ts)
    ) STRICT;
    INSERT INTO slack_message (channel, ts, author, text, edited, hash)
      SELECT channel, ts, author, text, edited, hash FROM slack_message_before ORDER BY ts, channel;
    DROP TABLE slack_message_before;

    CREATE VIRTUAL TABLE message_search USING fts5 (
      text, content = 'slack_message', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
    INSERT INTO message_search (message_search) VALUES ('rebuild');
    CREATE TRIGGER message_search_add AFTER INSERT ON slack_message BEGIN
      INSERT INTO message_search (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER message_search_change AFTER UPDATE OF text ON slack_message
    WHEN old.text <> new.text BEGIN
      INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.id, old.text);
      INSERT INTO message_search (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER message_search_remove AFTER DELETE ON slack_message BEGIN
      INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.id, old.text);
    END;

    CREATE TABLE written (
      id INTEGER PRIMARY KEY,
      incident TEXT NOT NULL,
      entity TEXT NOT NULL,
      at INTEGER NOT NULL,
      text TEXT NOT NULL,
      UNIQUE (incident, entity)
    ) STRICT;
    CREATE VIRTUAL TABLE written_search USING fts5 (
      text, content = 'written', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER written_search_add AFTER INSERT ON written BEGIN
      INSERT INTO written_search (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER written_search_change AFTER UPDATE OF text ON written
    WHEN old.text <> new.text BEGIN
      INSERT INTO written_search (written_search, rowid, text) VALUES ('delete', old.id, old.text);
      INSERT INTO written_search (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER written_search_remove AFTER DELETE ON written BEGIN
      INSERT INTO written_search (written_search, rowid, text) VALUES ('delete', old.id, old.text);
    END;
  `,
};
