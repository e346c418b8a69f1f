import { z } from 'zod';
import { BACKUP_MARK } from './backup.ts';
import { type Db, inTransaction } from './database.ts';
import { doubtHeadlines } from './headlines.ts';
import { readSession, writeSession } from './session-file.ts';
import { clearSetting, readSetting, writeSetting } from './settings.ts';
import { doubtAnnouncements } from './slack-channels.ts';

const SESSION_SETTING = 'session';

/**
 * Begins a session with the profile, and tells in `db.health` whether the database is an older copy
 * of the one that was here last. What such a copy has still to announce, or to tell below, may have
 * been told long since, and is looked for first; the queue is, at every start. Throws when the disk refuses.
 */
export function beginSession(db: Db): void {
  const last = readSession(db.profile);
  const inFile = last?.number ?? 0;
  const inDatabase = readSetting(db, SESSION_SETTING, z.int().nonnegative()) ?? 0;
  const isBackup = readSetting(db, BACKUP_MARK, z.unknown()) !== null;
  const number = Math.max(inFile, inDatabase) + 1;
  inTransaction(db, () => {
    // Also when the file has the lower number: it was lost, or the last start was cut off here. And
    // when the last use was cut off: the end of its WAL, with what was announced, may be torn away.
    const wasCutOff = last !== null && !last.isClosed;
    if (isBackup || inFile !== inDatabase || wasCutOff) {
      doubtAnnouncements(db);
      doubtHeadlines(db);
    }
    clearSetting(db, BACKUP_MARK);
    writeSetting(db, SESSION_SETTING, number);
  });
  db.health.isOldCopy = isBackup || inDatabase < inFile;
  writeSession(db.profile, { number, isClosed: false, isSuspect: false });
}
