import { randomFillSync } from 'node:crypto';

const WORDS = 1_024;
/** 2^53: the whole numbers that a double counts. */
const STEPS = 2 ** 53;
const HIGH = 2 ** 32;
const LOW_BITS = 11;

/**
 * Uniform in [0, 1), from the system's source of secrets: what a sign-in rests on is made of it, and
 * `Math.random` can be guessed from what it gave before. Drawn in batches, since ids need many.
 */
export function secretRandom(): () => number {
  const pool = new Uint32Array(WORDS);
  let at = WORDS;
  return () => {
    if (at >= WORDS) {
      randomFillSync(pool);
      at = 0;
    }
    const high = pool[at] ?? 0;
    const low = pool[at + 1] ?? 0;
    // Used once: what was given can no longer be read here.
    pool[at] = 0;
    pool[at + 1] = 0;
    at += 2;
    return ((high >>> LOW_BITS) * HIGH + low) / STEPS;
  };
}
