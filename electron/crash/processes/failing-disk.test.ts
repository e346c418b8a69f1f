import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { temporaryProfile } from '../../engine/testing/desktop.ts';
import { seededRandom } from '../../engine/testing/random.ts';
import { auditFolder, checkJournal } from '../audit.ts';
import { goThrough } from '../ordeal-process.ts';
import type { OrdealReport, OrdealSetup } from '../ordeal-setup.ts';
import { recover } from '../recovery.ts';
import { ANA, createSlackSide } from '../slack-side.ts';
import { inLanes, LANES, LONG, OPTIONS, TOOLS, testWith } from './options.ts';

type Told = { readonly reports: readonly OrdealReport[]; readonly findings: readonly string[] };

function tell(what: string, { reports, findings }: Told): void {
  const sum = (of: (report: OrdealReport) => number) =>
    reports.reduce((n, report) => n + of(report), 0);
  const words = new Set(reports.flatMap((report) => report.words));
  process.stdout.write(
    `${what}: ${reports.length} runs, ${sum((r) => r.done)} changes answered as done, ` +
      `${sum((r) => r.refused)} refused, ${findings.length} findings\n`,
  );
  for (const said of words) process.stdout.write(`  ${said}\n`);
}

/** Runs ordeals, each on a folder of its own. */
async function goThroughAll(
  runs: readonly (Pick<OrdealSetup, 'ordeal' | 'seed'> & {
    readonly under?: (folder: string) => readonly string[];
  })[],
  after: (profile: string, report: OrdealReport) => Promise<readonly string[]> = async () => [],
): Promise<Told> {
  const reports: OrdealReport[] = [];
  const findings: string[] = [];
  await inLanes(runs, LANES, async ({ ordeal, seed, under }) => {
    const { profile: folder, remove } = temporaryProfile();
    onTestFinished(remove);
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    // Whoever has no rights still has to get there.
    for (const path of [folder, disk]) chmodSync(path, 0o755);
    const profile = join(disk, 'profile');
    const runner = under?.(folder) ?? [];
    const report = await goThrough({ ordeal, profile, disk, seed }, runner);
    reports.push(report);
    const found = [...report.findings, ...(await after(profile, report))];
    findings.push(...found.map((what) => `${ordeal}, seed ${seed}, ${runner.join(' ')}: ${what}`));
  });
  return { reports, findings };
}

const seeds = (n: number) => Array.from({ length: n }, (_, i) => OPTIONS.seed * 1_000 + i);

testWith(TOOLS.smallDisk)(
  'a disk that fills up costs nothing that was saved, is told in words, and is used again when it has room',
  async () => {
    const told = await goThroughAll(
      seeds(OPTIONS.all ? 40 : 2).map((seed) => ({
        ordeal: 'fullDisk',
        seed,
        under: (folder) => [
          ...['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c'],
          `mount -t tmpfs -o size=8m tmpfs ${join(folder, 'disk')} && exec "$@"`,
          'sh',
        ],
      })),
    );
    tell('full disk', told);
    expect(told.findings).toEqual([]);
  },
  LONG,
);

testWith(TOOLS.posix)(
  'a desk that is out of file handles goes on, and lets go of what it could not open',
  async () => {
    const told = await goThroughAll(
      seeds(1).map((seed) => ({
        ordeal: 'noHandles',
        seed,
        under: () => ['sh', '-c', 'ulimit -n 64 && exec "$@"', 'sh'],
      })),
    );
    tell('no file handles', told);
    expect(told.findings).toEqual([]);
  },
  LONG,
);

testWith(TOOLS.posix)(
  'a folder or a file that may not be written is refused in words, and used again once it may',
  async () => {
    const told = await goThroughAll(seeds(1).map((seed) => ({ ordeal: 'noRights', seed })));
    tell('no rights', told);
    expect(told.findings).toEqual([]);
  },
  LONG,
);

/** A call that fails, from its nth time on, so many times in a row. */
type Failure = {
  readonly call: string;
  readonly error: string;
  readonly from: number;
  readonly times: number;
};

/** The files that hold what people wrote. A call on others, such as the output, is left alone. */
const FILES = ['quarterdeck.db', 'quarterdeck.db-wal', 'journal.log'];

const failing =
  ({ call, error, from, times }: Failure) =>
  (folder: string): readonly string[] => [
    ...['strace', '-f', '-qq', '-o', '/dev/null'],
    ...FILES.flatMap((name) => ['-P', join(folder, 'disk', 'profile', name)]),
    ...['-e', `trace=${call}`],
    ...['-e', `inject=${call}:error=${error}:when=${from}..${from + times - 1}`],
  ];

const KINDS = [
  ['fsync', 'EIO', 60],
  ['pwrite64', 'EIO', 500],
  ['pwrite64', 'ENOSPC', 500],
  ['write', 'ENOSPC', 50],
  ['write', 'EIO', 50],
  ['pread64', 'EIO', 60],
  ['ftruncate', 'EIO', 3],
] as const;

testWith(TOOLS.strace)(
  'a disk that fails at some calls makes no false promise, and what was saved is there afterwards',
  async () => {
    const random = seededRandom(OPTIONS.seed);
    const each = OPTIONS.all ? 40 : 1;
    const runs = seeds(each).flatMap((seed) =>
      KINDS.map(([call, error, often]) => {
        const from = 1 + Math.floor(random() * often);
        const times = 1 + Math.floor(random() * 40);
        return {
          ordeal: 'failingDisk' as const,
          seed,
          under: failing({ call, error, from, times }),
        };
      }),
    );
    const told = await goThroughAll(runs, afterwards);
    tell('failing disk', told);
    expect(told.findings).toEqual([]);
  },
  LONG,
);

/** On a sound disk the folder starts, and holds what was answered, in database and journal alike. */
async function afterwards(profile: string, { promised }: OrdealReport): Promise<readonly string[]> {
  const slack = await createSlackSide(1);
  try {
    const restless = await recover(slack, { profile, person: ANA, seed: 7 });
    return [...restless, ...auditFolder(profile, promised), ...checkJournal(profile)];
  } finally {
    await slack.close();
  }
}
