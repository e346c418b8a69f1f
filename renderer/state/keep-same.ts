type Row = { readonly [key: string]: unknown };

/**
 * `after`, built of the parts of `before` wherever they are equal, so that a view that was fetched
 * again re-renders only what changed in it. Rows of a list are matched by their `id` or `ref`: a
 * window that moved by one still keeps all its other rows.
 */
export function keepSame<T>(before: unknown, after: T): T {
  return kept(before, after) as T;
}

function kept(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before;
  if (Array.isArray(after)) return Array.isArray(before) ? keptList(before, after) : after;
  if (isRow(after) && isRow(before)) return keptRow(before, after);
  return after;
}

function keptList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const byKey = new Map(before.map((value, index) => [keyOf(value, index), value]));
  const next = after.map((value, index) => kept(byKey.get(keyOf(value, index)), value));
  const isSame = next.length === before.length && next.every((value, i) => value === before[i]);
  return isSame ? before : next;
}

function keptRow(before: Row, after: Row): Row {
  const keys = Object.keys(after);
  const next: Record<string, unknown> = {};
  let isSame = keys.length === Object.keys(before).length;
  for (const key of keys) {
    next[key] = kept(before[key], after[key]);
    if (next[key] !== before[key] || !Object.hasOwn(before, key)) isSame = false;
  }
  return isSame ? before : next;
}

function keyOf(value: unknown, index: number): unknown {
  return isRow(value) ? (value.id ?? value.ref ?? index) : index;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
