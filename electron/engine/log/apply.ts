import type { IncidentId } from '#shared/base/ids.ts';
import { isSlackUser } from '#shared/domain/person.ts';
import { type EntityState, mergeOp } from '#shared/ops/merge.ts';
import type { Op } from '#shared/ops/op.ts';
import type { Stamp } from '#shared/ops/stamp.ts';
import type { Db } from '../store/database.ts';
import { entityState, saveEntityState } from '../store/entities.ts';
import { insertOp } from '../store/ops.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { meetUser } from '../store/slack-users.ts';
import { projectEntity, projectLine } from './project.ts';

/** The highest stamp this desktop has made or seen: its next one must be later. */
const CLOCK_SETTING = 'log.clock';

/** What applying changed. */
export type Applied = {
  /** Ops that were new here, in the order given. */
  readonly fresh: readonly Op[];
  readonly incidents: ReadonlySet<IncidentId>;
};

export function lastStamp(db: Db): Stamp | null {
  return readSetting<Stamp>(db, CLOCK_SETTING);
}

/**
 * Stores ops and brings the tables up to date with them. Safe with ops in any order and any number
 * of times. The caller holds the transaction, so that log and tables change together.
 */
export function applyOps(db: Db, ops: readonly Op[]): Applied {
  const fresh = ops.filter((op) => insertOp(db, op));
  for (const group of byEntity(fresh)) applyToEntity(db, group);
  for (const op of fresh) {
    projectLine(db, op);
    if (isSlackUser(op.by)) meetUser(db, op.by);
  }
  advanceClock(db, fresh);
  return { fresh, incidents: new Set(fresh.map((op) => op.incident)) };
}

function byEntity(ops: readonly Op[]): readonly (readonly [Op, ...Op[]])[] {
  const groups = new Map<string, [Op, ...Op[]]>();
  for (const op of ops) {
    const key = `${op.incident} ${op.entity}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [op]);
    else group.push(op);
  }
  return [...groups.values()];
}

function applyToEntity(db: Db, ops: readonly [Op, ...Op[]]): void {
  const [{ incident, entity }] = ops;
  const before = entityState(db, incident, entity);
  const after = ops.reduce<EntityState>(mergeOp, before);
  // Nothing won: the ops are history only.
  if (after === before) return;
  saveEntityState(db, incident, entity, after);
  projectEntity(db, incident, entity, after);
}

function advanceClock(db: Db, ops: readonly Op[]): void {
  const last = lastStamp(db);
  const highest = ops.reduce<Stamp | null>(
    (high, op) => (high === null || op.at > high ? op.at : high),
    last,
  );
  if (highest !== null && highest !== last) writeSetting(db, CLOCK_SETTING, highest);
}
