import type { OpId } from '#shared/base/ids.ts';
import type { Op } from '#shared/ops/op.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { readAgain } from '../store/doubt.ts';
import { incidentOfOp, isCarried, markDamaged } from '../store/ops.ts';
import { applyOps } from './apply.ts';
import { rebuild } from './rebuild.ts';

/** What became of damaged ops. */
export type Mended = {
  readonly fromJournal: readonly OpId[];
  /** Their channels are read again. */
  readonly fromSlack: readonly OpId[];
  /** Nobody is known to have them. Their rows stay as they are. */
  readonly lost: readonly OpId[];
};

/**
 * Brings ops back whose rows no longer say what was stored: from the journal, else from Slack at the
 * next read. Their incidents are made again.
 * @param journal ops of the journal, by id
 */
export function mendOps(db: Db, damaged: readonly OpId[], journal: ReadonlyMap<OpId, Op>): Mended {
  return inTransaction(db, () => {
    const carried = new Set(damaged.filter((id) => isCarried(db, id)));
    const touched = new Set(damaged.map((id) => incidentOfOp(db, id)));
    markDamaged(db, damaged);
    const found = damaged.map((id) => journal.get(id)).filter((op) => op !== undefined);
    applyOps(db, found, null);
    for (const { incident } of found) touched.add(incident);
    for (const incident of touched) if (incident !== null) rebuild(db, incident);
    const rest = damaged.filter((id) => !journal.has(id));
    const fromSlack = rest.filter((id) => carried.has(id));
    const incidents = new Set(fromSlack.map((id) => incidentOfOp(db, id)));
    for (const incident of incidents) if (incident !== null) readAgain(db, incident);
    const lost = rest.filter((id) => !carried.has(id));
    return { fromJournal: found.map((op) => op.id), fromSlack, lost };
  });
}
