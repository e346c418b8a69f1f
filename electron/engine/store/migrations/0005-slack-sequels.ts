import type { Migration } from './migration.ts';

/**
 * What follows a post: whether the topic is to be set, and why Slack refused it. Kept on disk, so
 * that neither a crash nor a restart forgets it.
 */
export const slackSequels: Migration = {
  version: 5,
  sql: `
    ALTER TABLE slack_channel ADD COLUMN topic_due INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE slack_channel ADD COLUMN refusal TEXT;
    ALTER TABLE slack_channel ADD COLUMN refusal_hint TEXT;
  `,
};
