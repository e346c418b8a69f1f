/**
 * Orders strings by code unit, as SQLite's BINARY collation orders our ASCII stamps and ids.
 * `localeCompare` would order them differently on each person's machine.
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
