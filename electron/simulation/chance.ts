import { seededRandom } from '../engine/testing/random.ts';

/** Everything that is left to chance, from one seed. */
export type Chance = {
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** True with this probability. */
  readonly maybe: (probability: number) => boolean;
  /** A whole number, both ends included. */
  readonly between: (least: number, most: number) => number;
  /** One of them; throws when there is none. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** A source of its own, so that one part's draws do not move another's. */
  readonly fork: (name: string) => Chance;
};

export function chanceOf(seed: number, path = ''): Chance {
  const random = seededRandom(mixed(seed, path));
  const between = (least: number, most: number) =>
    least + Math.floor(random() * (most - least + 1));
  return {
    random,
    maybe: (probability) => random() < probability,
    between,
    pick: (items) => {
      const item = items[Math.floor(random() * items.length)];
      if (item === undefined) throw new Error('There is nothing to pick from.');
      return item;
    },
    fork: (name) => chanceOf(seed, `${path}/${name}`),
  };
}

/** Spreads seed and name over 32 bits. @see FNV-1a */
function mixed(seed: number, name: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed} ${name}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
