import type { Op } from '#shared/ops/op.ts';
import { stampMs } from '#shared/ops/stamp.ts';
import { applyArrivals } from '../../electron/engine/log/apply.ts';
import { type Db, inTransaction } from '../../electron/engine/store/database.ts';
import { settle } from '../../electron/engine/store/outbox.ts';
import { tsOf } from '../fixtures/messages.ts';
import { writtenLog } from '../fixtures/ops.ts';
import { withBareDatabase, withFreshDatabase } from '../fixtures/profile.ts';
import { alternate, perSecond } from '../measure/alternate.ts';
import { atLeast, type Judged } from '../measure/figure.ts';

const OPS = 100_000;
/** A page of history: as many messages as Slack gives, each with one op. */
const PAGE = 200;

export const LOG_OF_OPS = { seed: 41, incidents: 200, ops: OPS, desktops: 5 } as const;

export function pagesOf(ops: readonly Op[]): readonly (readonly Op[])[] {
  const pages: Op[][] = [];
  for (let i = 0; i < ops.length; i += PAGE) pages.push(ops.slice(i, i + PAGE));
  return pages;
}

/**
 * Takes pages of ops in as a pull does: each message's op into log and tables, and out of the
 * outbox should it have stood there.
 */
export function applyPages(db: Db, pages: readonly (readonly Op[])[]): void {
  for (const page of pages) {
    inTransaction(db, () => {
      for (const op of page) settle(db, [op.id]);
      applyArrivals(
        db,
        page.map((op) => ({ ops: [op], ts: tsOf(stampMs(op.at), 0) })),
      );
    });
  }
}

/** 100,000 ops pulled, beside the same ops inserted into one bare table, page by page alike. */
export async function apply(): Promise<readonly Judged[]> {
  const pages = pagesOf(writtenLog(LOG_OF_OPS));
  const pair = await alternate(
    { rounds: 5 },
    () => withFreshDatabase((db) => perSecond(OPS, () => applyPages(db, pages))),
    () => bareInserts(pages),
  );
  return [atLeast(0.25, { name: 'apply', unit: 'ops/s', ...pair })];
}

function bareInserts(pages: readonly (readonly Op[])[]): number {
  return withBareDatabase((sqlite) => {
    sqlite.exec(
      `CREATE TABLE op (id TEXT NOT NULL PRIMARY KEY, incident TEXT NOT NULL, entity TEXT NOT NULL,
         at TEXT NOT NULL, author TEXT NOT NULL, v INTEGER NOT NULL, fields TEXT NOT NULL) STRICT`,
    );
    const insert = sqlite.prepare('INSERT INTO op VALUES (?, ?, ?, ?, ?, ?, ?)');
    const insertPage = sqlite.transaction((page: readonly Op[]) => {
      for (const { id, incident, entity, at, by, v, set } of page) {
        insert.run(id, incident, entity, at, by, v, JSON.stringify(set));
      }
    });
    return perSecond(OPS, () => {
      for (const page of pages) insertPage(page);
    });
  });
}
