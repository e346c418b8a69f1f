import { rebuild as rebuildTables } from '../../electron/engine/log/rebuild.ts';
import { inTransaction } from '../../electron/engine/store/database.ts';
import { writtenLog } from '../fixtures/ops.ts';
import { withFreshDatabase } from '../fixtures/profile.ts';
import { alternate, perSecond } from '../measure/alternate.ts';
import { atLeast, type Judged } from '../measure/figure.ts';
import { applyPages, LOG_OF_OPS, pagesOf } from './apply.ts';

/** The tables made again from 100,000 ops, beside the time it took to apply these ops. */
export async function rebuild(): Promise<readonly Judged[]> {
  const pages = pagesOf(writtenLog(LOG_OF_OPS));
  const { ops } = LOG_OF_OPS;
  const pair = await alternate(
    { rounds: 5 },
    () =>
      withFreshDatabase((db) => {
        applyPages(db, pages);
        return perSecond(ops, () => inTransaction(db, () => rebuildTables(db, null)));
      }),
    () => withFreshDatabase((db) => perSecond(ops, () => applyPages(db, pages))),
  );
  return [atLeast(1.5, { name: 'rebuild', unit: 'ops/s', ...pair })];
}
