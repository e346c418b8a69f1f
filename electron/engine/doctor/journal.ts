import type { DeviceId } from '#shared/base/ids.ts';
import { type Journal, type JournalRecord, openJournal, setJournalAside } from '../log/journal.ts';
import { noteReconciled, reconcile } from '../log/reconcile.ts';
import type { Db } from '../store/database.ts';
import { counted, type Finding } from './report.ts';

/** Journal and log against each other: what only one of them has, the other gets. Closes the journal. */
export function examineJournal(db: Db, journal: Journal, device: DeviceId, now: number): Finding {
  const { toDatabase, unwritten } = reconcile(db, journal, device, now);
  const aside = journal.damaged > 0 ? writeAnew(db, journal, unwritten) : null;
  if (aside === null) {
    journal.append(unwritten);
    noteReconciled(db, journal);
    journal.close();
  }
  const lines = counted(journal.found.length, 'change');
  if (toDatabase + unwritten.length + journal.damaged === 0) {
    return { part: 'journal', state: 'sound', message: `${lines}, all of them in the log.` };
  }
  const parts = [
    aside === null
      ? ''
      : `${counted(journal.damaged, 'line')} could not be read; a whole journal was written, the old one is kept: ${aside}.`,
    toDatabase > 0
      ? `The log got ${counted(toDatabase, 'change')} back from it; Slack is looked at before any is sent.`
      : '',
    unwritten.length > 0 ? `It got ${counted(unwritten.length, 'line')} from the log.` : '',
  ];
  return {
    part: 'journal',
    state: 'repaired',
    message: parts.filter((part) => part !== '').join(' '),
  };
}

/** Writes a journal of all that could be read of the old one and all that it lacked. */
function writeAnew(db: Db, old: Journal, unwritten: readonly JournalRecord[]): string {
  old.close();
  const aside = setJournalAside(db.profile);
  const anew = openJournal(db.profile);
  try {
    const cancellations = [...old.cancelled].map((op) => ({ op, cancelled: true }));
    anew.append([...old.found, ...cancellations, ...old.writings, ...unwritten]);
    noteReconciled(db, anew);
  } finally {
    anew.close();
  }
  return aside;
}
