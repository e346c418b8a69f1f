import type { Migration } from './migration.ts';

/**
 * New rows go into the full text together, at the end of their transaction (`index-new.ts`). Row by
 * row, from a trigger, FTS5 writes what it has gathered to the disk before each of them: taking in a
 * page took twice as long. What is not indexed yet has a number above all that is.
 */
export const searchAtCommit: Migration = {
  version: 9,
  sql: `
    DROP TRIGGER message_search_add;
    DROP TRIGGER message_search_change;
    DROP TRIGGER message_search_remove;
    CREATE TRIGGER message_search_change AFTER UPDATE OF text ON slack_message
    WHEN old.text <> new.text AND old.id <= (SELECT max(id) FROM message_search_docsize) BEGIN
      INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.id, old.text);
      INSERT INTO message_search (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER message_search_remove AFTER DELETE ON slack_message
    WHEN old.id <= (SELECT max(id) FROM message_search_docsize) BEGIN
      INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.id, old.text);
    END;

    DROP TRIGGER written_search_add;
    DROP TRIGGER written_search_change;
    DROP TRIGGER written_search_remove;
    CREATE TRIGGER written_search_change AFTER UPDATE OF text ON written
    WHEN old.text <> new.text AND old.id <= (SELECT max(id) FROM written_search_docsize) BEGIN
      INSERT INTO written_search (written_search, rowid, text) VALUES ('delete', old.id, old.text);
      INSERT INTO written_search (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER written_search_remove AFTER DELETE ON written
    WHEN old.id <= (SELECT max(id) FROM written_search_docsize) BEGIN
      INSERT INTO written_search (written_search, rowid, text) VALUES ('delete', old.id, old.text);
    END;
  `,
};
