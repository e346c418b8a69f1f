import type Sqlite from 'better-sqlite3';
import { dispatch } from '../../electron/engine/handlers/dispatch.ts';
import type { HandlerContext } from '../../electron/engine/handlers/handler.ts';
import { closeDatabase } from '../../electron/engine/store/database.ts';
import { seededRandom } from '../../electron/engine/testing/random.ts';
import { bigProfile } from '../fixtures/big-profile.ts';
import { readerContext } from '../fixtures/context.ts';
import { openProfile } from '../fixtures/profile.ts';
import { type TextSource, textSource } from '../fixtures/text.ts';
import { alternate, median, p95 } from '../measure/alternate.ts';
import { atMost, type Judged, within } from '../measure/figure.ts';

const TOP = 20;
const QUERIES = 60;
/** The commonest words are the hardest: they stand in most of the messages. */
const COMMONEST = 10;
const FIRST_RESULTS_MS = 100;

/**
 * The best 20 of 1,000,000 messages with a snippet each, beside a bare FTS5 query ranked by bm25;
 * and how long the commonest words take.
 */
export async function search(): Promise<readonly Judged[]> {
  const profile = await bigProfile();
  const db = openProfile(profile);
  const context = readerContext(db, profile);
  const text = textSource(1);
  const bare = bareSearch(db.sqlite);
  const queries = someQueries(text);
  const pair = await alternate(
    { rounds: 3 },
    async () => p95(await samples(queries, (query) => find(context, query))),
    async () => p95(await samples(queries, async (query) => bare(query))),
  );
  const common = Array.from({ length: COMMONEST }, (_, i) => text.word(i));
  const typed = common.flatMap((word) => [`${word} `, word]);
  const slowest: number[] = [];
  for (const query of typed) {
    slowest.push(median(await samples(Array(5).fill(query), () => find(context, query))));
  }
  closeDatabase(db);
  const first = { value: Math.max(...slowest), baseline: FIRST_RESULTS_MS, unit: 'ms' };
  return [
    atMost(1.3, { name: 'search', unit: 'ms p95', ...pair }),
    within({ name: 'search.first', ...first }),
  ];
}

/** One to three words, from the commonest to the rarest. */
function someQueries(text: TextSource): readonly string[] {
  const random = seededRandom(49);
  return Array.from({ length: QUERIES }, () => {
    const words = 1 + Math.floor(random() * 3);
    return `${text.sentence(words, words)} `;
  });
}

async function samples(
  queries: readonly string[],
  run: (query: string) => Promise<unknown>,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const query of queries) {
    const begin = performance.now();
    await run(query);
    times.push(performance.now() - begin);
  }
  return times;
}

async function find(context: HandlerContext, text: string): Promise<void> {
  const input = { text, limit: TOP };
  const reply = await dispatch(context, { id: 1, kind: 'query', name: 'search', input });
  if (reply.type !== 'result') throw new Error(JSON.stringify(reply));
}

function bareSearch(sqlite: Sqlite.Database): (query: string) => readonly unknown[] {
  const statement = sqlite.prepare(
    `SELECT rowid, snippet(message_search, 0, '', '', '…', 20) FROM message_search
     WHERE message_search MATCH ? ORDER BY rank LIMIT ${TOP}`,
  );
  return (query) => {
    const words = query.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    return statement.all(words.map((word) => `"${word}"`).join(' '));
  };
}
