import type { OpId } from '#shared/base/ids.ts';
import { type Op, parseOp } from '#shared/ops/op.ts';
import { mendOps } from '../log/mend.ts';
import type { Db } from '../store/database.ts';
import { damagedOps, markedDamaged, opsOf } from '../store/ops.ts';
import { counted, type Finding } from './report.ts';

/**
 * Every change in the log against its own checksum.
 * @param journal this desktop's own ops, by id
 */
export function examineLog(db: Db, journal: ReadonlyMap<OpId, Op>): Finding {
  const known = new Set(markedDamaged(db));
  const damaged = damagedOps(db);
  if (damaged.length === 0) return examineForm(db);
  const { fromJournal, fromSlack, lost } = mendOps(db, damaged, journal);
  // One that was asked of Slack before and did not come is not there either.
  const gone = [...lost, ...fromSlack.filter((id) => known.has(id))];
  const asked = fromSlack.length - (gone.length - lost.length);
  const parts = [
    `${counted(damaged.length, 'change')} no longer said what was stored.`,
    fromJournal.length > 0 ? `From the journal came ${counted(fromJournal.length, 'change')}.` : '',
    asked > 0 ? `Slack has ${counted(asked, 'change')}: it is asked at the next connection.` : '',
    gone.length > 0 ? `Found nowhere: ${counted(gone.length, 'change')} (${gone.join(', ')}).` : '',
  ];
  return {
    part: 'log',
    state: gone.length > 0 ? 'lost' : 'repaired',
    message: parts.filter((part) => part !== '').join(' '),
  };
}

function examineForm(db: Db): Finding {
  const ops = opsOf(db, null);
  const odd = ops.filter(({ op }) => !parseOp(op).ok).length;
  const message = `${counted(ops.length, 'change')}, each as it was stored.`;
  return odd === 0
    ? { part: 'log', state: 'sound', message }
    : { part: 'log', state: 'lost', message: `${counted(odd, 'change')} cannot be read.` };
}
