// The bare worker of the bench `boot`: opens the file, runs the Desk's SQL, says that it is done.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import type { BareBoot } from './boot.ts';

const { profile, queries } = workerData as BareBoot;
const sqlite = new Sqlite(join(profile, 'quarterdeck.db'));
sqlite.pragma('journal_mode = WAL');
sqlite.pragma('synchronous = FULL');
const prepared = new Map<string, Sqlite.Statement<unknown[]>>();
let rows = 0;
for (const { sql, values } of queries) {
  const statement = prepared.get(sql) ?? sqlite.prepare<unknown[]>(sql);
  prepared.set(sql, statement);
  rows += statement.all(...values).length;
}
parentPort?.postMessage(rows);
sqlite.close();
