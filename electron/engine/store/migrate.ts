import type Sqlite from 'better-sqlite3';
import { invariant } from '#shared/base/assert.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import { firstSchema } from './migrations/0001-first-schema.ts';
import { effectiveStamps } from './migrations/0002-effective-stamps.ts';
import { summaryAndImpact } from './migrations/0003-summary-and-impact.ts';
import { cancelledOps } from './migrations/0004-cancelled-ops.ts';
import { slackSequels } from './migrations/0005-slack-sequels.ts';
import { search } from './migrations/0006-search.ts';
import { slackMirror } from './migrations/0007-slack-mirror.ts';
import { headlines } from './migrations/0008-headlines.ts';
import { searchAtCommit } from './migrations/0009-search-at-commit.ts';
import { slackSweeps } from './migrations/0010-slack-sweeps.ts';
import { records } from './migrations/0011-records.ts';
import { heldOps } from './migrations/0012-held-ops.ts';
import { slackFiles } from './migrations/0013-slack-files.ts';
import { postsToProve } from './migrations/0014-posts-to-prove.ts';
import { nudges } from './migrations/0015-nudges.ts';
import { suggestions } from './migrations/0016-suggestions.ts';
import { suggestionsOnDemand } from './migrations/0017-suggestions-on-demand.ts';
import { postMortem } from './migrations/0018-post-mortem.ts';
import { addedImages } from './migrations/0019-added-images.ts';
import { repliesToProve } from './migrations/0020-replies-to-prove.ts';
import { postMortemReading } from './migrations/0021-post-mortem-reading.ts';
import type { Migration } from './migrations/migration.ts';

/** Every step from an empty file on, in order. */
export const MIGRATIONS: readonly Migration[] = [
  firstSchema,
  effectiveStamps,
  summaryAndImpact,
  cancelledOps,
  slackSequels,
  search,
  slackMirror,
  headlines,
  searchAtCommit,
  slackSweeps,
  records,
  heldOps,
  slackFiles,
  postsToProve,
  nudges,
  suggestions,
  suggestionsOnDemand,
  postMortem,
  addedImages,
  repliesToProve,
  postMortemReading,
];

/** Set, in the migration's own transaction, until the derived tables are made again. */
export const REBUILD_SETTING = 'log.rebuild';

export const NEWER_PROFILE: ContractError = contractError(
  'newer_profile',
  'A newer Quarterdeck wrote this data: it can be read here, and not changed.',
  'Install the newer version to go on. Nothing in the data folder is touched.',
);

/**
 * Brings the schema up to date, each step in one transaction with its version row. A file made by
 * a newer Quarterdeck is left alone: writing to it could lose what that version keeps there.
 */
export function migrate(
  sqlite: Sqlite.Database,
  migrations = MIGRATIONS,
): Result<void, ContractError> {
  const newest = migrations.length;
  const found = Number(sqlite.pragma('user_version', { simple: true }));
  if (found > newest) {
    return err(NEWER_PROFILE);
  }
  for (const [i, migration] of migrations.entries()) {
    invariant(migration.version === i + 1, 'migrations are numbered without gaps');
    if (migration.version > found) step(sqlite, migration);
  }
  return ok(undefined);
}

function step(sqlite: Sqlite.Database, migration: Migration): void {
  sqlite
    .transaction(() => {
      sqlite.exec(migration.sql);
      if (migration.rebuild) sqlite.prepare(ASK_REBUILD).run(REBUILD_SETTING);
      sqlite.pragma(`user_version = ${migration.version}`);
    })
    .exclusive();
}

const ASK_REBUILD = `INSERT INTO setting (key, value) VALUES (?, 'true') ON CONFLICT DO NOTHING`;
