// Serves a blank page over bare HTTP and prints where.
import { servePage } from '../fixtures/blank-page.ts';

const { address } = await servePage('<!doctype html><title>blank</title><main>blank</main>');
process.stdout.write(`${address}\n`);
