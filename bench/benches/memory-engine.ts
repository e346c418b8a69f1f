// node memory-engine.ts PROFILE WORKER: works with a profile a while and prints its resident memory.
import type { DeskViewT } from '#shared/contract/views.ts';
import { askEngine, startEngineIn } from '../fixtures/engine.ts';

const [, , profile = '', worker = ''] = process.argv;
const engine = await startEngineIn(profile, new URL(worker));
const query = (name: string, input: object) => askEngine(engine, 'query', name, input);
const { active, recent } = (await query('desk', {})) as DeskViewT;
const incident = [...active, ...recent][0]?.id;
await query('incident', { incident });
await query('timeline', { incident, limit: 100 });
await query('search', { text: 'error latency', limit: 20 });
globalThis.gc?.();
process.stdout.write(String(process.memoryUsage.rss() / 1_000_000));
await engine.stop();
