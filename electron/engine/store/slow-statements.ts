/** From here on a person notices: the engine does one thing at a time. In ms. */
export const SLOW_MS = 40;
/** As many different statements as are remembered; of more, those that took least are forgotten. */
const KEPT_MAX = 20;
const SQL_MAX = 300;

export type SlowStatement = {
  /** Without the values that were bound to it; they may be what people wrote. */
  readonly sql: string;
  readonly times: number;
  /** ms of the one that took longest. */
  readonly longest: number;
  /** ms since 1970. */
  readonly lastAt: number;
};

/** Notices statements that hold up everything else. */
export type SlowStatements = {
  /** ms since 1970; taken before a statement, and handed in after it. */
  readonly now: () => number;
  readonly ran: (sql: string, from: number) => void;
  /** The longest first. */
  readonly list: () => readonly SlowStatement[];
};

/** @param heard is told of each, with its ms */
export function createSlowStatements(
  now: () => number,
  heard: (slow: SlowStatement, ms: number) => void,
): SlowStatements {
  const kept = new Map<string, SlowStatement>();
  return {
    now,
    list: () => [...kept.values()].sort((a, b) => b.longest - a.longest),
    ran: (sql, from) => {
      const ms = now() - from;
      // A clock that was set back tells nothing.
      if (ms <= SLOW_MS) return;
      const before = kept.get(sql);
      const slow = {
        sql: before?.sql ?? oneLine(sql),
        times: (before?.times ?? 0) + 1,
        longest: Math.max(before?.longest ?? 0, ms),
        lastAt: from,
      };
      kept.set(sql, slow);
      if (kept.size > KEPT_MAX) forgetQuickest(kept);
      heard(slow, ms);
    },
  };
}

function forgetQuickest(kept: Map<string, SlowStatement>): void {
  const [quickest] = [...kept].sort(([, a], [, b]) => a.longest - b.longest);
  if (quickest !== undefined) kept.delete(quickest[0]);
}

/** For those who open a database without a clock: nothing is slow. */
export const NO_CLOCK: SlowStatements = { now: () => 0, ran: () => undefined, list: () => [] };

const oneLine = (sql: string) => sql.replace(/\s+/g, ' ').trim().slice(0, SQL_MAX);

/** `SELECT slack_message`: what a statement does, and to which table first, for the log. */
export function statementName(sql: string): string {
  const [verb = ''] = sql.split(' ', 1);
  const table = /\b(?:FROM|INTO|UPDATE)\s+(\w+)/i.exec(sql)?.[1] ?? '';
  return `${verb}:${table}`;
}
