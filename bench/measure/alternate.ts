/** Runs one side once and gives its figure: a speed, a time, a percentile. */
export type Side = () => number | Promise<number>;

export type Pair = { readonly value: number; readonly baseline: number };

/**
 * Measures two sides in turn, so that what else the machine does falls on both. The first `warmups`
 * pairs are thrown away; of the others each side's median counts.
 */
export async function alternate(
  { rounds, warmups = 1 }: { readonly rounds: number; readonly warmups?: number },
  ours: Side,
  bare: Side,
): Promise<Pair> {
  const values: number[] = [];
  const baselines: number[] = [];
  for (let i = 0; i < warmups + rounds; i++) {
    const value = await alone(ours);
    const baseline = await alone(bare);
    if (i < warmups) continue;
    values.push(value);
    baselines.push(baseline);
  }
  return { value: median(values), baseline: median(baselines) };
}

/** One side must not pay for the garbage of the other. */
async function alone(side: Side): Promise<number> {
  globalThis.gc?.();
  return side();
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** The sample below which 95 of 100 lie. */
export function p95(samples: readonly number[]): number {
  return quantile(samples, 0.95);
}

function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (at === undefined) throw new Error('Nothing was measured.');
  return at;
}

/** How long `work` takes, in ms. */
export function msOf(work: () => void): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

/** How many of `n` things `work` does in a second. */
export function perSecond(n: number, work: () => void): number {
  return (n / msOf(work)) * 1_000;
}
