import { createHash } from 'node:crypto';
import { DERIVED, rebuild } from '../log/rebuild.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { rowTexts } from '../store/integrity.ts';
import { counted, type Finding } from './report.ts';

const TABLES = [...Object.keys(DERIVED), 'timeline', 'written'];

/** The tables that the screens read, against those that the log gives. */
export function examineTables(db: Db): Finding {
  const wrong = differing(db);
  return wrong.length === 0
    ? {
        part: 'tables',
        state: 'sound',
        message: `${counted(TABLES.length, 'table')}, each as the log has it.`,
      }
    : {
        part: 'tables',
        state: 'repaired',
        message: `${counted(wrong.length, 'table')} did not say what the log says (${wrong.join(', ')}); all were made again from it.`,
      };
}

/** Makes the tables again and tells which were different; leaves the file alone when none was. */
function differing(db: Db): readonly string[] {
  try {
    return inTransaction(db, () => {
      const before = TABLES.map((table) => digest(db, table));
      rebuild(db, null);
      const wrong = TABLES.filter((table, i) => digest(db, table) !== before[i]);
      if (wrong.length === 0) throw new Unchanged();
      return wrong;
    });
  } catch (cause) {
    if (cause instanceof Unchanged) return [];
    throw cause;
  }
}

class Unchanged extends Error {}

/** The same for the same rows, in whatever order they were written. */
function digest(db: Db, table: string): string {
  const sum = createHash('sha256');
  for (const row of rowTexts(db, table)) sum.update(row).update('\n');
  return sum.digest('base64');
}
