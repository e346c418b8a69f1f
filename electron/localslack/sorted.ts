/** Lists that rise by ts are searched by halves: a channel may have a million messages. */

type Timed = { readonly ts: string };

/** The index of the first item at or after a ts; the length when all are before it. */
export function firstFrom(items: readonly Timed[], ts: string): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle]?.ts ?? '') < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the first item after a ts. */
export function firstAfter(items: readonly Timed[], ts: string): number {
  const at = firstFrom(items, ts);
  return items[at]?.ts === ts ? at + 1 : at;
}

/** The item of a ts. */
export function itemAt<T extends Timed>(items: readonly T[], ts: string): T | undefined {
  const found = items[firstFrom(items, ts)];
  return found?.ts === ts ? found : undefined;
}

/** Takes an item out; nothing when it is not there. */
export function takeOut<T extends Timed>(items: T[], ts: string): void {
  const at = firstFrom(items, ts);
  if (items[at]?.ts === ts) items.splice(at, 1);
}
