// node memory-bare.ts PROFILE: opens the file of a profile and prints its resident memory.
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

const [, , profile = ''] = process.argv;
const sqlite = new Sqlite(join(profile, 'quarterdeck.db'));
sqlite.prepare('SELECT count(*) FROM incident').get();
globalThis.gc?.();
process.stdout.write(String(process.memoryUsage.rss() / 1_000_000));
sqlite.close();
