import { type Db, inTransaction } from '../store/database.ts';
import { alteredMessages, distrust } from '../store/slack-mirror-check.ts';
import { counted, type Finding } from './report.ts';

/** Slack's messages, each against the sum it was stored with. */
export function examineMirror(db: Db): Finding {
  const { altered, seen } = alteredMessages(db);
  if (altered.length === 0) {
    const message = `${counted(seen, 'message')} of Slack, each as it was read.`;
    return { part: 'mirror', state: 'sound', message };
  }
  inTransaction(db, () => distrust(db, altered));
  const gone = altered.filter((row) => row.gone).length;
  const parts = [
    `${counted(altered.length, 'message')} of Slack no longer said what was read.`,
    altered.length > gone ? 'They are read again at the next connection.' : '',
    gone > 0 ? `Slack does not show ${counted(gone, 'message')} of them any more.` : '',
  ];
  return {
    part: 'mirror',
    state: gone > 0 ? 'lost' : 'repaired',
    message: parts.filter((part) => part !== '').join(' '),
  };
}
