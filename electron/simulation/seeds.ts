// Several seeds in as many processes as there are cores: one process would use one core only.
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { type RunOptions, replayLine } from './options.ts';
import { type Report, simulate } from './simulate.ts';

/** Runs the seeds and tells about them. Gives the exit code. */
export async function runSeeds(options: RunOptions): Promise<number> {
  const say = (text: string) => void process.stdout.write(options.json ? '' : `${text}\n`);
  const reports: Report[] = [];
  const take = (report: Report) => {
    reports.push(report);
    if (report.failures.length > 0) say(failureText(options, report));
  };
  if (options.seeds === 1) take(await runHere(options, options.seed));
  else if (options.plant === null) await inProcesses(options, take);
  else await untilCaught(options, take);
  reports.sort((a, b) => a.seed - b.seed);
  if (options.json) process.stdout.write(`${JSON.stringify(jsonOf(options, reports))}\n`);
  else say(summaryOf(options, reports));
  return reports.every((report) => report.failures.length === 0) ? 0 : 1;
}

/** What there is to tell of a run that broke off. */
const NOTHING = {
  hash: '',
  counts: { acked: 0, calls: 0, spare: 0, minutes: 0 },
  faults: {},
  answers: {},
};

/** One seed in this process. What the engine throws past everybody is a failure of the seed. */
async function runHere(options: RunOptions, seed: number): Promise<Report> {
  const thrown: string[] = [];
  const note = (cause: unknown) => {
    thrown.push(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  };
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
  const trace = (line: string) => void process.stdout.write(`${line}\n`);
  try {
    const { desktops, ops, faults } = options;
    const asked = { seed, desktops, ops, faults };
    const report = await simulate(options.trace ? { ...asked, trace } : asked);
    const failures = [...report.failures, ...thrown.map((text) => `nobody caught: ${text}`)];
    return { ...report, failures };
  } catch (cause) {
    note(cause);
    return { ...NOTHING, seed, failures: thrown.map((text) => `the run broke off: ${text}`) };
  } finally {
    process.off('uncaughtException', note);
    process.off('unhandledRejection', note);
  }
}

/** A planted bug needs to be noticed once. */
async function untilCaught(options: RunOptions, take: (report: Report) => void): Promise<void> {
  for (let seed = options.seed; seed < options.seed + options.seeds; seed++) {
    const report = await runHere(options, seed);
    take(report);
    if (report.failures.length > 0) return;
  }
}

function inProcesses(options: RunOptions, take: (report: Report) => void): Promise<void> {
  let next = options.seed;
  const latest = performance.now() + options.within * 1_000;
  const end = options.seed + options.seeds;
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(process.argv[1] ?? '', process.argv.slice(2));
      const more = () => {
        if (next < end && performance.now() < latest) child.send(next++);
        else child.disconnect();
      };
      child.on('message', (report) => {
        take(report as Report);
        more();
      });
      child.on('exit', (code) => {
        if (code === 0) resolve();
        else reject(new Error(`A process of the simulation ended with ${code}.`));
      });
      more();
    });
  const processes = Math.min(availableParallelism(), options.seeds);
  return Promise.all(Array.from({ length: processes }, one)).then(() => undefined);
}

/** The other end: seeds come in, reports go out, one at a time. */
export function workOff(options: RunOptions): Promise<void> {
  return new Promise((resolve) => {
    const own = process as unknown as ChildProcess;
    own.on('message', (seed) => {
      void runHere(options, Number(seed)).then((report) => process.send?.(report));
    });
    own.on('disconnect', () => resolve());
  });
}

function failureText(options: RunOptions, { seed, failures }: Report): string {
  const lines = failures.map((failure) => `  ${failure}\n`);
  return `seed ${seed} failed:\n${lines.join('')}  ${replayLine({ ...options, seed })}`;
}

const sum = (reports: readonly Report[], of: (report: Report) => number): number =>
  reports.reduce((total, report) => total + of(report), 0);

function added(
  reports: readonly Report[],
  of: (report: Report) => { readonly [name: string]: number },
): { readonly [name: string]: number } {
  const all: { [name: string]: number } = {};
  for (const report of reports) {
    for (const [name, count] of Object.entries(of(report))) all[name] = (all[name] ?? 0) + count;
  }
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function summaryOf(options: RunOptions, reports: readonly Report[]): string {
  const failed = reports.filter((report) => report.failures.length > 0).length;
  const [only] = reports;
  const which = reports.length === 1 && only !== undefined ? ` · ${only.hash}` : '';
  const hits = Object.entries(added(reports, (report) => report.faults));
  const left = options.seeds - reports.length;
  const room = left === 0 ? '' : ` (${left} more had no room in ${options.within} s)`;
  return [
    `${reports.length} ${reports.length === 1 ? 'seed' : 'seeds'}, ${failed} failed${which}${options.plant === null ? room : ''}`,
    `${sum(reports, ({ counts }) => counts.acked)} changes confirmed, ${sum(reports, ({ counts }) => counts.calls)} calls, ${sum(reports, ({ counts }) => counts.spare)} spare copies, ${sum(reports, ({ counts }) => counts.minutes)} simulated minutes`,
    ...(hits.length === 0 ? [] : [hits.map(([name, count]) => `${name} ${count}`).join(', ')]),
    ...(options.desktops === 1 ? ['One desktop alone: nobody to agree with.'] : []),
  ].join('\n');
}

function jsonOf(options: RunOptions, reports: readonly Report[]): object {
  const [only] = reports;
  if (options.seeds === 1 && only !== undefined) return only;
  return {
    seed: options.seed,
    seeds: reports.length,
    hashes: reports.map(({ hash }) => hash),
    counts: added(reports, (report) => report.counts),
    faults: added(reports, (report) => report.faults),
    answers: added(reports, (report) => report.answers),
    failures: reports.flatMap(({ seed, failures }) =>
      failures.length === 0 ? [] : [{ seed, failures, replay: replayLine({ ...options, seed }) }],
    ),
  };
}
