import type { IncidentId } from '#shared/base/ids.ts';
import type { QueryOutput } from '#shared/contract/queries.ts';
import { dispatch } from '../../electron/engine/handlers/dispatch.ts';
import type { HandlerContext } from '../../electron/engine/handlers/handler.ts';
import { closeDatabase } from '../../electron/engine/store/database.ts';
import { seededRandom } from '../../electron/engine/testing/random.ts';
import { readerContext } from '../fixtures/context.ts';
import { longIncident } from '../fixtures/long-incident.ts';
import { openProfile } from '../fixtures/profile.ts';
import { alternate, p95 } from '../measure/alternate.ts';
import { atMost, type Judged } from '../measure/figure.ts';
import { type Recorded, recordStatements, replay } from '../measure/recorded-sql.ts';

const WINDOW = 100;
const WINDOWS = 300;

/** 100 entries from anywhere in 100,000, beside the SQL that this takes, prepared and bare. */
export async function page(): Promise<readonly Judged[]> {
  const { profile, incident } = await longIncident();
  const db = openProfile(profile);
  const context = readerContext(db, profile);
  const places = await somePlaces(context, incident);
  const recorded: (readonly Recorded[])[] = [];
  for (const before of places) {
    recorded.push(await recordStatements(db, () => window(context, incident, before)));
  }
  const pair = await alternate(
    { rounds: 7 },
    async () => {
      const samples: number[] = [];
      for (const before of places) {
        const begin = performance.now();
        await window(context, incident, before);
        samples.push(performance.now() - begin);
      }
      return p95(samples);
    },
    () =>
      p95(
        recorded.map((statements) => {
          const begin = performance.now();
          replay(statements);
          return performance.now() - begin;
        }),
      ),
  );
  closeDatabase(db);
  return [atMost(2, { name: 'page', unit: 'ms p95', ...pair })];
}

async function window(
  context: HandlerContext,
  incident: IncidentId,
  before: string | undefined,
): Promise<QueryOutput<'timeline'>> {
  const input = { incident, limit: WINDOW, ...(before === undefined ? {} : { before }) };
  const reply = await dispatch(context, { id: 1, kind: 'query', name: 'timeline', input });
  if (reply.type !== 'result') throw new Error(JSON.stringify(reply));
  return reply.output as QueryOutput<'timeline'>;
}

/** Cursors from all over the timeline, found as a page finds them: by walking back. */
async function somePlaces(
  context: HandlerContext,
  incident: IncidentId,
): Promise<readonly (string | undefined)[]> {
  const places: (string | undefined)[] = [undefined];
  for (let at: string | undefined; ; ) {
    const { items, older } = await window(context, incident, at);
    if (older === null) break;
    if (items.length < WINDOW) throw new Error('A window came short.');
    at = older;
    places.push(at);
  }
  const random = seededRandom(45);
  return Array.from({ length: WINDOWS }, () => places[Math.floor(random() * (places.length - 1))]);
}
