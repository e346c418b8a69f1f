import type { Migration } from './migration.ts';

/**
 * Files that were shared in messages, and what became of fetching them. Those that messages of the
 * mirror name already are taken from there, to be looked at when their channel is next gone through.
 */
export const slackFiles: Migration = {
  version: 13,
  sql: `
    CREATE TABLE slack_file (
      id TEXT NOT NULL PRIMARY KEY,
      channel TEXT NOT NULL,
      ts TEXT NOT NULL,
      name TEXT NOT NULL,
      mimetype TEXT NOT NULL,
      size INTEGER NOT NULL,
      url TEXT,
      state TEXT NOT NULL,
      type TEXT,
      bytes INTEGER NOT NULL DEFAULT 0,
      used_at INTEGER NOT NULL DEFAULT 0,
      again_at INTEGER NOT NULL DEFAULT 0,
      reason TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX slack_file_wanted ON slack_file (channel, ts) WHERE state = 'wanted';
    CREATE INDEX slack_file_kept ON slack_file (used_at) WHERE state = 'kept';
    INSERT INTO slack_file (id, channel, ts, name, mimetype, size, url, state)
      SELECT file.value ->> 'id', channel, ts, file.value ->> 'name', file.value ->> 'mimetype',
        CAST(file.value ->> 'size' AS INTEGER), file.value ->> 'url', 'listed'
      FROM slack_message, json_each(slack_message.files) AS file
      WHERE file.value ->> 'id' IS NOT NULL
      ON CONFLICT DO NOTHING;
    UPDATE slack_file SET state = 'wanted'
      WHERE mimetype IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp')
        AND url IS NOT NULL AND size <= 10485760
        AND id GLOB 'F[A-Z0-9]*' AND id NOT GLOB '*[^A-Z0-9]*' AND length(id) <= 30;
  `,
};
