// npm test: what a contributor waits for, in the order in which it fails fastest. Ends with one line.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Count, playwrightCount, vitestCount } from './test-report.ts';

const ROOT = join(import.meta.dirname, '..');
const REPORTS = join(ROOT, 'out', 'reports');
const COMPILED = join(ROOT, 'out', 'compiled');
/** Ten minutes are what a contributor waits. `npm run e2e` runs the long ones too, and so does CI. */
const SHORT = ['--grep-invert=@long', '--project=loopback', '--project=loopback-localslack'];
/** A page on a busy machine may be late once; what needed it is told at the end. */
const SECOND_TRY = ['--retries=1'];
const UNIT = join(REPORTS, 'unit.json');
const CRASH = join(REPORTS, 'crash.json');
const E2E = join(REPORTS, 'e2e.json');

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const counts = [
  check('types'),
  check('lint'),
  check('imports'),
  suite('unit', ['--reporter=default', '--reporter=json', `--outputFile=${UNIT}`], () =>
    vitestCount(UNIT),
  ),
  suite('crash', ['--few', '--reporter=default', '--reporter=json', `--outputFile=${CRASH}`], () =>
    vitestCount(CRASH),
  ),
  check('simulate', ['--seeds', '20', '--desktops', '3', '--ops', '60']),
  check('package', ['--stand-in']),
  suite('e2e', ['--reporter=list,json', ...SHORT, ...SECOND_TRY], () => playwrightCount(E2E)),
];
list(
  'Skipped',
  counts.flatMap((count) => count.skipped),
);
list(
  'Passed only at the second try: a fault of the test, or of the app',
  counts.flatMap((count) => count.wavered),
);
process.stdout.write(
  '\nThe long end-to-end tests, and those on a second Slack server: npm run e2e\n',
);
const failed = sum((count) => count.failed);
process.stdout.write(`\n${sum((count) => count.passed)} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function list(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  process.stdout.write(`\n${title}:\n${lines.map((line) => `  ${line}\n`).join('')}`);
}

function sum(of: (count: Count) => number): number {
  return counts.reduce((total, count) => total + of(count), 0);
}

/** One of package.json's scripts, as one test. */
function check(script: string, args: readonly string[] = []): Count {
  const good = run(script, args);
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: [], wavered: [] };
}

/** A script that runs many tests and leaves a report; without one, all of it failed. */
function suite(script: string, args: readonly string[], read: () => Count): Count {
  const good = run(script, args);
  try {
    const count = read();
    return good || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch (cause) {
    process.stderr.write(`${script} left no report: ${String(cause)}\n`);
    return { passed: 0, failed: 1, skipped: [], wavered: [] };
  }
}

/** A gigabyte: what all tests together write is a fraction of it. */
const ROOM = 2 ** 30;

/**
 * Where tests keep what they write: in memory where Linux has room there, since they wait for thousands
 * of flushes. A killed process leaves the same there as on a disk: `npm run crash` looks at a disk.
 */
function quickFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    if (process.env.TMPDIR === undefined && bavail * bsize > ROOM) return '/dev/shm';
  } catch {
    // Not Linux, or it has none.
  }
  return tmpdir();
}

function run(script: string, args: readonly string[]): boolean {
  process.stdout.write(`\n> ${script}\n`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['run', '--silent', script, '--', ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    // Hundreds of processes start from the same sources: compiled once, each starts in half the time.
    env: {
      NODE_COMPILE_CACHE: COMPILED,
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: E2E,
      TMPDIR: quickFolder(),
      // `npm run crash` has more moments, and `npm run unit` more kinds of damage.
      QUARTERDECK_CRASH: 'few',
    },
    shell: process.platform === 'win32',
  });
  return done.status === 0;
}
