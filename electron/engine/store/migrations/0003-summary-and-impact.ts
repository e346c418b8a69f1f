import type { Migration } from './migration.ts';

export const summaryAndImpact: Migration = {
  version: 3,
  rebuild: true,
  sql: `
    ALTER TABLE incident ADD COLUMN summary TEXT NOT NULL DEFAULT '';
    ALTER TABLE incident ADD COLUMN impact TEXT NOT NULL DEFAULT '';
  `,
};
