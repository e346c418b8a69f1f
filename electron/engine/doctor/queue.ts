import type { DeviceId } from '#shared/base/ids.ts';
import { isSlackUser } from '#shared/domain/person.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { takeInAgain } from '../store/doubt.ts';
import { unsentOps } from '../store/ops.ts';
import { enqueueDoubtful, orphanedRows, settle } from '../store/outbox.ts';
import { counted, type Finding } from './report.ts';

/** The queue against the log: each entry speaks of a change, each change that has to leave stands in it. */
export function examineQueue(db: Db, device: DeviceId, now: number): Finding {
  const { orphans, unsent } = inTransaction(db, () => {
    const orphans = orphanedRows(db);
    settle(db, orphans);
    const unsent = unsentOps(db, device);
    for (const { id: op, incident, by } of unsent) {
      const account = isSlackUser(by) ? by : null;
      enqueueDoubtful(db, { op, incident, account, queuedAt: now });
    }
    for (const incident of new Set(unsent.map((op) => op.incident))) takeInAgain(db, incident);
    return { orphans, unsent };
  });
  if (orphans.length + unsent.length === 0) {
    return {
      part: 'queue',
      state: 'sound',
      message: 'Everything that has to go to Slack waits for it.',
    };
  }
  const parts = [
    unsent.length > 0
      ? `${counted(unsent.length, 'change')} neither in Slack nor on the way: queued; Slack is looked at first.`
      : '',
    orphans.length > 0
      ? `Nothing is left of what ${counted(orphans.length, 'line')} of it stood for (${orphans.join(', ')}).`
      : '',
  ];
  return {
    part: 'queue',
    state: orphans.length > 0 ? 'lost' : 'repaired',
    message: parts.filter((part) => part !== '').join(' '),
  };
}
