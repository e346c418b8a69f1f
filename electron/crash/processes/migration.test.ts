import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect } from 'vitest';
import { closeDatabase, openDatabase } from '../../engine/store/database.ts';
import { opsOf } from '../../engine/store/ops.ts';
import { lanesWithWork } from '../../engine/store/outbox.ts';
import { startDesktop, temporaryProfile } from '../../engine/testing/desktop.ts';
import { loadSql } from '../../engine/testing/dump-sql.ts';
import { seededRandom } from '../../engine/testing/random.ts';
import { derivedTables } from '../../engine/testing/tables.ts';
import { auditFolder, checkJournal, type Findings } from '../audit.ts';
import { startDesk } from '../desk-process.ts';
import { inLanes, LANES, LONG, OPTIONS, TOOLS, testWith } from './options.ts';

const GOLDEN = join(import.meta.dirname, '../../engine/store/migrations/golden');
const [OLDEST = ''] = readdirSync(GOLDEN)
  .filter((file) => file.endsWith('.sql'))
  .sort();

/** Where a start that migrates is cut off, one after the other. */
type Cuts = readonly { readonly call: string; readonly nth: number }[];

/** A folder as the oldest Quarterdeck left it. */
function oldFolder(): { readonly profile: string; readonly remove: () => void } {
  const made = temporaryProfile();
  const sqlite = new Sqlite(join(made.profile, 'quarterdeck.db'));
  sqlite.pragma('journal_mode = WAL');
  loadSql(sqlite, readFileSync(join(GOLDEN, OLDEST), 'utf8'));
  sqlite.close();
  return made;
}

/** Starts a desk without a network and ends it at a call. Tells whether the call was reached. */
async function cutOff(profile: string, { call, nth }: Cuts[number]): Promise<boolean> {
  const desk = startDesk(
    {
      profile,
      slackApiUrl: null,
      token: null,
      pace: { real: Date.now(), shown: Date.now(), rate: 1 },
      seed: nth,
      incidents: [],
      work: { deeds: 0, every: 0, thenStop: true },
    },
    [
      ...['strace', '-f', '-qq', '-o', '/dev/null'],
      ...['-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${nth}`],
    ],
  );
  await desk.ended;
  return !desk.lines.some((line) => line.said === 'stopped');
}

/** Starts once more, undisturbed, and says what the folder then holds. */
async function whatItHolds(profile: string): Promise<string> {
  const desk = await startDesktop({ profile, seed: 5 });
  await desk.stop();
  const opened = openDatabase(profile);
  if (!opened.ok) throw new Error(opened.error.message);
  const db = opened.value;
  const held = JSON.stringify([
    db.sqlite.pragma('user_version', { simple: true }),
    derivedTables(db),
    opsOf(db, null),
    lanesWithWork(db),
  ]);
  closeDatabase(db);
  return held;
}

async function migrateThrough(cuts: Cuts, expected: string): Promise<[number, Findings]> {
  const { profile, remove } = oldFolder();
  try {
    let kills = 0;
    for (const cut of cuts) if (await cutOff(profile, cut)) kills += 1;
    const held = await whatItHolds(profile);
    const where = JSON.stringify(cuts);
    const found = [
      ...(held === expected ? [] : ['it holds something else than after an undisturbed start']),
      ...auditFolder(profile, []),
      ...checkJournal(profile),
    ];
    return [kills, found.map((finding) => `${where}: ${finding}`)];
  } finally {
    remove();
  }
}

/** The calls through which a migrating start reaches the disk, and about how often it makes each. */
const CALLS = { pwrite64: 260, fsync: 40, write: 6, rename: 3, unlink: 6, ftruncate: 3 } as const;

function cutsToTry(): readonly Cuts[] {
  const random = seededRandom(OPTIONS.seed);
  if (OPTIONS.all) {
    return Object.entries(CALLS).flatMap(([call, times]) =>
      Array.from({ length: times }, (_, i) => [{ call, nth: i + 1 }]),
    );
  }
  const anywhere = ([call, times]: readonly [string, number]) => {
    return { call, nth: 1 + Math.floor(random() * times) };
  };
  // Two starts in a row are cut off: the second meets what the first left.
  return Object.entries(CALLS).map((call) => [anywhere(call), anywhere(['pwrite64', 260])]);
}

testWith(TOOLS.strace)(
  'a migration from the oldest schema that is killed at any call is completed by a later start',
  async () => {
    const undisturbed = oldFolder();
    const expected = await whatItHolds(undisturbed.profile);
    undisturbed.remove();
    const cuts = cutsToTry();
    const findings: string[] = [];
    let kills = 0;
    await inLanes(cuts, LANES, async (some) => {
      const [killed, found] = await migrateThrough(some, expected);
      kills += killed;
      findings.push(...found);
    });
    process.stdout.write(`migrating from ${OLDEST}: ${kills} kills, ${findings.length} findings\n`);
    expect(findings).toEqual([]);
    expect(kills).toBeGreaterThan(0);
  },
  LONG,
);
