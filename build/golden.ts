// npm run golden: writes down a database of the newest schema, which every later migration is tested from.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeGolden } from '../electron/engine/testing/golden.ts';

const FOLDER = join(import.meta.dirname, '..', 'electron/engine/store/migrations/golden');

const { version, sql, told } = await makeGolden();
const name = String(version).padStart(4, '0');
writeFileSync(join(FOLDER, `${name}.sql`), sql);
writeFileSync(join(FOLDER, `${name}.told.txt`), `${told.join('\n')}\n`);
process.stdout.write(`Wrote ${name}.sql and ${name}.told.txt. Commit them with the migration.\n`);
