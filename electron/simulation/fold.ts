// The rule of the log, once more and as plainly as it can be said. It shares no code with the
// engine's own merge, so that a mistake in one of them shows as a difference.
import type { Json } from '#shared/base/json.ts';
import type { StoredOp } from './stored.ts';

/** What holds a field: its value, the stamp it won with, the op that wrote it. */
export type Held = readonly [value: Json, at: string, op: string];
export type Fields = { readonly [field: string]: Held };

/** Every field of every entity: the write with the highest stamp holds it, ties go by op id. */
export function foldOf(
  ops: Iterable<StoredOp>,
  stampOf: (op: StoredOp) => string,
): ReadonlyMap<string, Fields> {
  const stamped = [...ops].map((op) => ({ op, at: stampOf(op) }));
  stamped.sort((a, b) => inOrder(a.at, b.at) || inOrder(a.op.id, b.op.id));
  const entities = new Map<string, { [field: string]: Held }>();
  for (const { op, at } of stamped) {
    const name = `${op.incident} ${op.entity}`;
    const fields = entities.get(name) ?? {};
    for (const [field, value] of Object.entries(op.set)) fields[field] = [value, at, op.id];
    entities.set(name, fields);
  }
  return entities;
}

/** Ten minutes: so far ahead of Slack's clock may an op be before it is held back. */
const AHEAD_MS = 600_000;

/**
 * The stamp an op counts with. Its own, unless that lies too far after the message that carried it:
 * then that message's time and ten minutes, and after a slash its own.
 * @param ts of the first message in Slack that carried it
 */
export function stampIn(op: Pick<StoredOp, 'at'>, ts: string): string {
  const bound = Math.floor(Number(ts) * 1_000 + 0.000_5) + AHEAD_MS;
  const own = Number.parseInt(op.at.slice(0, 9), 36);
  if (own <= bound) return op.at;
  return `${bound.toString(36).padStart(9, '0')}-0000-${op.at.slice(-10)}/${op.at}`;
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
