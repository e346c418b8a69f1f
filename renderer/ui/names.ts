/** Names of people by their refs. */
export type Names = { readonly [ref: string]: string };

/** The name of a ref, or null. Refs come from outside: one may be called like a part of any object. */
export function nameIn(names: Names, ref: string): string | null {
  return Object.hasOwn(names, ref) ? (names[ref] ?? null) : null;
}
