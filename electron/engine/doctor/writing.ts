import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Writing as Written } from '../log/journal.ts';
import type { Db } from '../store/database.ts';
import { firstFree } from '../store/database-file.ts';
import { allWriting, forgetWriting, mendWriting } from '../store/post-mortems.ts';
import { counted, type Finding } from './report.ts';

/**
 * What was written in post-mortems and has not left: each piece must be text. One that is damaged
 * comes back from the journal; where that has none, it is kept in a file and no longer in the way.
 */
export async function examineWriting(db: Db, journal: readonly Written[]): Promise<Finding> {
  const { applyUpdate, Doc } = await import('yjs');
  const isText = (bytes: Uint8Array): boolean => {
    const doc = new Doc();
    try {
      applyUpdate(doc, bytes);
      return true;
    } catch {
      return false;
    } finally {
      doc.destroy();
    }
  };
  const waiting = allWriting(db);
  const damaged = waiting.filter(({ bytes }) => !isText(bytes));
  const kept: string[] = [];
  for (const { seq, incident, bytes } of damaged) {
    const second = journal.find((one) => one.writing === seq && one.incident === incident);
    const copy = second === undefined ? null : Buffer.from(second.bytes, 'base64');
    if (copy !== null && isText(copy)) mendWriting(db, seq, copy);
    else kept.push(setAside(db, seq, bytes));
  }
  if (damaged.length === 0) {
    const what = `${counted(waiting.length, 'piece')} of post-mortems`;
    const message =
      waiting.length === 0
        ? 'Nothing that was written in post-mortems waits.'
        : `${what} on the way to the log, all of them text.`;
    return { part: 'post-mortems', state: 'sound', message };
  }
  return findingOf(damaged.length - kept.length, kept);
}

function findingOf(mended: number, kept: readonly string[]): Finding {
  const back = `${counted(mended, 'piece')} of post-mortems came back from the journal.`;
  const lost = `${counted(kept.length, 'piece')} of post-mortems cannot be read, here or in the journal; kept: ${kept.join(', ')}.`;
  return {
    part: 'post-mortems',
    state: kept.length > 0 ? 'lost' : 'repaired',
    message: [...(mended > 0 ? [back] : []), ...(kept.length > 0 ? [lost] : [])].join(' '),
  };
}

/** Writes a damaged piece into a file beside the database. Gives its name. */
function setAside(db: Db, seq: number, bytes: Uint8Array): string {
  const name = firstFree(join(db.profile, `post-mortem-${seq}.damaged`));
  writeFileSync(name, bytes, { mode: 0o600 });
  forgetWriting(db, [seq]);
  return name;
}
