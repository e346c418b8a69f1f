import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { examine } from '../engine/doctor/doctor.ts';
import type { Report, State } from '../engine/doctor/report.ts';
import { usualProfile } from '../hosts/profile-folder.ts';

const HELP = `Usage: quarterdeck doctor [options]

Looks through Quarterdeck's data folder, with Quarterdeck closed: the database, the log in it, the
journal, the tables, the queue for Slack and the search index, each against the others. Repairs what
can be made again from something else. Deletes nothing that anybody wrote; takes a backup first.

  --profile DIR    the data folder; the usual one when not said
  --json           print the findings as JSON
  --help           show this

It ends with 0 when all was well, 1 when something was repaired, 2 when something that was written
is in none of the places it was kept in, 3 when it could not look (no such folder, in use).
`;

const EXIT: Readonly<Record<State, number>> = { sound: 0, repaired: 1, lost: 2 };
const COULD_NOT_LOOK = 3;
const MARK: Readonly<Record<State, string>> = { sound: 'ok', repaired: 'repaired', lost: 'LOST' };
const WORDS: Readonly<Record<State, string>> = {
  sound: 'All is well.',
  repaired: 'Repaired. Nothing that was written is lost.',
  lost: 'Something that was written is lost here. What there was is kept; backups/ may hold it.',
};

/** Looks through a data folder, repairs what it can, and says what it did. Returns the exit code. */
export async function runDoctor(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') return refuse(`${options} See quarterdeck doctor --help.`);
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const profile = resolve(options.profile ?? usualProfile(process.platform, process.env));
  const examined = await examine(profile, Date.now(), Math.random);
  if (!examined.ok) {
    const { message, hint = '' } = examined.error;
    return refuse(`${message} ${hint}`.trim());
  }
  print(examined.value, options.json);
  return EXIT[examined.value.state];
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        profile: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    return cause instanceof Error ? `${cause.message.split('. ')[0]}.` : String(cause);
  }
}

function refuse(line: string): number {
  process.stderr.write(`${line}\n`);
  return COULD_NOT_LOOK;
}

function print(report: Report, asJson: boolean): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  for (const { part, state, message } of report.findings) {
    process.stdout.write(`${MARK[state].padEnd(9)}${part.padEnd(9)}${message}\n`);
  }
  process.stdout.write(`${WORDS[report.state]}\n`);
}
