import { Worker } from 'node:worker_threads';
import { dispatch } from '../../electron/engine/handlers/dispatch.ts';
import type { SqlValue } from '../../electron/engine/store/database.ts';
import { closeDatabase } from '../../electron/engine/store/database.ts';
import { bigProfile } from '../fixtures/big-profile.ts';
import { readerContext } from '../fixtures/context.ts';
import { askEngine, builtWorker, startEngineIn } from '../fixtures/engine.ts';
import { openProfile } from '../fixtures/profile.ts';
import { alternate } from '../measure/alternate.ts';
import { atMost, type Judged } from '../measure/figure.ts';
import { recordStatements } from '../measure/recorded-sql.ts';

const BARE = new URL('./boot-bare.ts', import.meta.url);

/** What the bare worker runs. */
export type BareBoot = {
  readonly profile: string;
  readonly queries: readonly { readonly sql: string; readonly values: readonly SqlValue[] }[];
};

/**
 * The packaged engine's worker until it has given the Desk of a large profile, beside a bare worker
 * that opens the same file and runs the SQL of the Desk.
 */
export async function boot(): Promise<readonly Judged[]> {
  const profile = await bigProfile();
  const worker = builtWorker();
  const bare: BareBoot = { profile, queries: await deskQueries(profile) };
  const pair = await alternate(
    { rounds: 9, warmups: 2 },
    () => bootEngine(profile, worker),
    () => bootBare(bare),
  );
  return [atMost(2, { name: 'boot', unit: 'ms', ...pair })];
}

async function bootEngine(profile: string, worker: URL): Promise<number> {
  const begin = performance.now();
  const engine = await startEngineIn(profile, worker);
  await askEngine(engine, 'query', 'desk', {});
  const ms = performance.now() - begin;
  await engine.stop();
  return ms;
}

async function bootBare(bare: BareBoot): Promise<number> {
  const begin = performance.now();
  const worker = new Worker(BARE, { workerData: bare });
  await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const ms = performance.now() - begin;
  await worker.terminate();
  return ms;
}

async function deskQueries(profile: string): Promise<BareBoot['queries']> {
  const db = openProfile(profile);
  const context = readerContext(db, profile);
  const recorded = await recordStatements(db, () =>
    dispatch(context, { id: 1, kind: 'query', name: 'desk', input: {} }),
  );
  const queries = recorded.map(({ statement, values }) => ({ sql: statement.source, values }));
  closeDatabase(db);
  return queries;
}
