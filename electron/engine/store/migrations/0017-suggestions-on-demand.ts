import type { Migration } from './migration.ts';

/** Messages are scored when somebody looks at them: reading a long channel should not pay for it. */
export const suggestionsOnDemand: Migration = {
  version: 17,
  sql: `
    DROP TABLE slack_suggestion;
    DELETE FROM setting WHERE key = 'suggestions.version';
  `,
};
