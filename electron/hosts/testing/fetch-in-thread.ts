// Runs as a program of its own: what a thread like the engine's is answered, or why it is not.
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { nodeCode } from '../carried-fetch.ts';
import { systemFetch } from '../system-fetch.ts';

async function answered(url: string): Promise<string> {
  try {
    return await (await systemFetch(process.env, () => [])(url)).text();
  } catch (cause) {
    return `failed: ${nodeCode(cause)}`;
  }
}

if (isMainThread) {
  new Worker(import.meta.filename).on('message', (text) => process.stdout.write(String(text)));
} else {
  parentPort?.postMessage(await answered(process.env.ASKED_URL ?? ''));
}
