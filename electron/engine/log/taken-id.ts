import type { OpId } from '#shared/base/ids.ts';
import type { Op } from '#shared/ops/op.ts';
import type { Db } from '../store/database.ts';
import { incidentOfOp } from '../store/ops.ts';

const ULID_LENGTH = 26;

/**
 * An op from outside under an id that is free here: as it is, but where an op of another incident has
 * its id (damage, or somebody's malice) with its incident behind it. So neither hides the other or passes
 * for its delivery, whichever was read first, and each incident holds the same on every desktop.
 */
export function underFreeId(db: Db, op: Op): Op {
  const holder = incidentOfOp(db, op.id);
  if (holder === null || holder === op.incident) return op;
  return { ...op, id: `${op.id}.${op.incident}` as OpId };
}

/** The op as its maker wrote it: what leaves this desktop bears no id of ours. */
export function asWritten(op: Op): Op {
  return isAsWritten(op.id) ? op : { ...op, id: op.id.slice(0, ULID_LENGTH) as OpId };
}

export const isAsWritten = (id: OpId): boolean => id.length === ULID_LENGTH;
