// node bench/one.ts NAME: runs one bench in this process and prints its judged figures as JSON.
import { BENCHES } from './catalogue.ts';

const name = process.argv[2] ?? '';
const bench = BENCHES.get(name);
if (bench === undefined) throw new Error(`There is no bench "${name}".`);
process.stdout.write(`${JSON.stringify(await bench())}\n`);
