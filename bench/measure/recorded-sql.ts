import type Sqlite from 'better-sqlite3';
import type { Db, SqlValue } from '../../electron/engine/store/database.ts';

type Statement = Sqlite.Statement<SqlValue[]>;
type How = 'all' | 'get' | 'run';

/** One statement as it was run. */
export type Recorded = {
  readonly statement: Statement;
  readonly how: How;
  readonly values: readonly SqlValue[];
};

/** Notes every statement that `work` runs on the database, with its values. */
export async function recordStatements(
  db: Db,
  work: () => Promise<unknown>,
): Promise<readonly Recorded[]> {
  const recorded: Recorded[] = [];
  const known = new Map(db.statements);
  for (const [sql, statement] of known) db.statements.set(sql, noting(statement, recorded));
  // A statement that is prepared meanwhile goes past the notes: then the work is done once more.
  await work();
  const isNew = [...db.statements.keys()].some((sql) => !known.has(sql));
  for (const [sql, statement] of known) db.statements.set(sql, statement);
  return isNew ? recordStatements(db, work) : recorded;
}

function noting(statement: Statement, recorded: Recorded[]): Statement {
  return new Proxy(statement, {
    get: (target, property) => {
      if (property !== 'all' && property !== 'get' && property !== 'run') {
        return Reflect.get(target, property, target);
      }
      return (...values: SqlValue[]) => {
        recorded.push({ statement: target, how: property, values });
        return target[property](...values);
      };
    },
  });
}

/** Runs them again, bare. */
export function replay(recorded: readonly Recorded[]): void {
  for (const { statement, how, values } of recorded) statement[how](...values);
}
