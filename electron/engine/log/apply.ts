import type { IncidentId } from '#shared/base/ids.ts';
import { isSlackUser } from '#shared/domain/person.ts';
import { type EntityState, type LoggedOp, mergeOp } from '#shared/ops/merge.ts';
import type { Op } from '#shared/ops/op.ts';
import type { Db } from '../store/database.ts';
import { entityState, saveEntityState } from '../store/entities.ts';
import { insertOp } from '../store/ops.ts';
import { meetUser } from '../store/slack-users.ts';
import { carryOps } from './carry.ts';
import { lastStamp, setLastStamp } from './last-stamp.ts';
import { projectEntity, projectLine } from './project.ts';

/** What applying changed. */
export type Applied = {
  /** Ops that were new here, in the order given. */
  readonly fresh: readonly Op[];
  /** Incidents that look different now. */
  readonly incidents: ReadonlySet<IncidentId>;
};

/** Ops that came together, with the `ts` of the message that carried them; null when none did. */
export type Arrival = { readonly ops: readonly Op[]; readonly ts: string | null };

/**
 * Stores ops and brings the tables up to date with them. Safe with ops in any order and any number
 * of times. The caller holds the transaction, so that log and tables change together.
 * @param ts of the message that carried them; null when they did not come from Slack
 */
export function applyOps(db: Db, ops: readonly Op[], ts: string | null): Applied {
  return applyArrivals(db, [{ ops, ts }]);
}

/** The same for a page of messages: what it says of one entity is folded and written once. */
export function applyArrivals(db: Db, arrivals: readonly Arrival[]): Applied {
  const fresh: LoggedOp[] = [];
  const carried: { readonly ops: readonly Op[]; readonly ts: string }[] = [];
  for (const { ops, ts } of arrivals) {
    const known: Op[] = [];
    for (const op of ops) {
      const logged = insertOp(db, op, ts);
      if (logged === null) known.push(op);
      else fresh.push(logged);
    }
    if (ts !== null && known.length > 0) carried.push({ ops: known, ts });
  }
  for (const group of byEntity(fresh)) applyToEntity(db, group);
  for (const logged of fresh) projectLine(db, logged);
  for (const by of new Set(fresh.map(({ op }) => op.by))) if (isSlackUser(by)) meetUser(db, by);
  advanceClock(db, fresh);
  const moved = carried.flatMap(({ ops, ts }) => [...carryOps(db, ops, ts)]);
  const incidents = new Set([...fresh.map(({ op }) => op.incident), ...moved]);
  return { fresh: fresh.map(({ op }) => op), incidents };
}

function byEntity(ops: readonly LoggedOp[]): readonly (readonly [LoggedOp, ...LoggedOp[]])[] {
  const groups = new Map<string, [LoggedOp, ...LoggedOp[]]>();
  for (const logged of ops) {
    const key = `${logged.op.incident} ${logged.op.entity}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [logged]);
    else group.push(logged);
  }
  return [...groups.values()];
}

function applyToEntity(db: Db, ops: readonly [LoggedOp, ...LoggedOp[]]): void {
  const { incident, entity } = ops[0].op;
  const before = entityState(db, incident, entity);
  const after = ops.reduce<EntityState>(mergeOp, before);
  // Nothing won: the ops are history only.
  if (after === before) return;
  saveEntityState(db, incident, entity, after);
  projectEntity(db, incident, entity, after);
}

function advanceClock(db: Db, ops: readonly LoggedOp[]): void {
  const last = lastStamp(db);
  let highest = last;
  for (const { stamp } of ops) if (highest === null || stamp > highest) highest = stamp;
  if (highest !== last) setLastStamp(db, highest);
}
