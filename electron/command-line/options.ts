import { parseArgs } from 'node:util';
import { MINUTE } from '#shared/base/duration.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { AUDIENCES, type Audience } from '#shared/domain/update.ts';
import { slackAddress } from '../hosts/slack-address.ts';

/** One thing to do, as it was typed. */
export type Request =
  | { readonly verb: 'help' }
  | {
      readonly verb: 'declare';
      readonly name: string;
      readonly severity: string | null;
      readonly isPrivate: boolean;
      readonly key: string | null;
    }
  | { readonly verb: 'list'; readonly all: boolean }
  | { readonly verb: 'show'; readonly incident: string }
  | { readonly verb: 'note'; readonly incident: string; readonly text: string }
  | {
      readonly verb: 'update';
      readonly incident: string;
      readonly text: string;
      readonly audience: Audience;
      /** ms from now, or null. */
      readonly next: number | null;
    }
  | {
      readonly verb: 'export';
      readonly incident: string;
      readonly format: ExportFormat;
      readonly out: string | null;
    }
  | {
      readonly verb: 'follow-ups';
      /** Null: a line each. */
      readonly format: TableFormat | null;
      readonly all: boolean;
    }
  | { readonly verb: 'import'; readonly file: string };

export const EXPORT_FORMATS = ['md', 'json', 'csv', 'quarterdeck'] as const;
const TABLE_FORMATS = ['csv', 'json'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Where the desk is, as for a start. */
export type Place = {
  /** Null: the usual one. */
  readonly profile: string | null;
  /** Null: Slack itself. */
  readonly slackApiUrl: string | null;
};

export type CommandLine = {
  readonly request: Request;
  readonly place: Place;
  readonly json: boolean;
};

export const HELP = `Usage: quarterdeck COMMAND [options]

  declare "NAME"                    declare an incident
      --severity minor|major|critical
      --private
      --key KEY                     declare it once while it is active, however often called
  list [--all]                      the active incidents; with --all also those that are over
  show INC-7F3K                     how an incident stands
  note INC-7F3K "TEXT"              add to its timeline
  update INC-7F3K "TEXT"            write an update
      --for internal|external       for the team (the usual), or for customers
      --next 30m                    when the next one comes: 20m, 2h
  export INC-7F3K --format md|json|csv|quarterdeck
      --out FILE                    into a file; else it is printed
  follow-ups [--format csv|json]    what is left to do of all incidents; --all: also what is settled
  import FILE                       take in an incident file (.quarterdeck)
  doctor                            look through the data folder, with Quarterdeck closed

Everywhere: --json  --profile DIR  --slack-api-url URL  --help

It speaks to the Quarterdeck that is open; where none is, it works on the data folder itself.
A TEXT of "-" is read from standard input. With QUARTERDECK_SLACK_TOKEN set and none open, it
waits until Slack has what was written.

Ends with 0 when it is done, 1 when Quarterdeck refused, 2 when the command was wrong, 3 when
there is no such incident, 4 when the data folder cannot be used. (doctor --help tells its own.)
`;

const OPTIONS = {
  profile: { type: 'string' },
  'slack-api-url': { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  severity: { type: 'string' },
  private: { type: 'boolean', default: false },
  key: { type: 'string' },
  all: { type: 'boolean', default: false },
  for: { type: 'string', default: 'internal' },
  next: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
} as const;

type Values = ReturnType<typeof parse>['values'];
type Read = (words: readonly string[], values: Values) => Result<Request, string>;

const EVERYWHERE = ['profile', 'slack-api-url', 'json', 'help'];
/** Options that belong to one verb: with another they are a mistake, and not silently nothing. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  declare: ['severity', 'private', 'key'],
  list: ['all'],
  show: [],
  note: [],
  update: ['for', 'next'],
  export: ['format', 'out'],
  'follow-ups': ['format', 'all'],
  import: [],
};

const VERBS: Readonly<Record<string, Read>> = {
  declare: (words, { severity, private: isPrivate, key }) =>
    wanted(words, ['what is happening'], ([name = '']) =>
      ok({ verb: 'declare', name, severity: severity ?? null, isPrivate, key: key ?? null }),
    ),
  list: (words, { all }) => wanted(words, [], () => ok({ verb: 'list', all })),
  show: (words) =>
    wanted(words, ['an incident'], ([incident = '']) => ok({ verb: 'show', incident })),
  note: (words) =>
    wanted(words, ['an incident', 'a text'], ([incident = '', text = '']) =>
      ok({ verb: 'note', incident, text }),
    ),
  update: (words, values) =>
    wanted(words, ['an incident', 'a text'], ([incident = '', text = '']) => {
      const audience = AUDIENCES.find((known) => known === values.for);
      if (audience === undefined)
        return err(`--for takes internal or external, not "${values.for}"`);
      const next = values.next === undefined ? null : lengthOf(values.next);
      if (next === undefined) return err(`--next takes 20m or 2h, not "${values.next}"`);
      return ok({ verb: 'update', incident, text, audience, next });
    }),
  export: (words, values) =>
    wanted(words, ['an incident'], ([incident = '']) => {
      const format = EXPORT_FORMATS.find((known) => known === values.format);
      if (format === undefined) return err(`--format takes ${EXPORT_FORMATS.join(', ')}`);
      if (format === 'quarterdeck' && values.out === undefined) {
        return err('--format quarterdeck needs --out FILE');
      }
      return ok({ verb: 'export', incident, format, out: values.out ?? null });
    }),
  'follow-ups': (words, { format, all }) =>
    wanted(words, [], () => {
      const known = TABLE_FORMATS.find((one) => one === format) ?? null;
      if (format !== undefined && known === null) {
        return err(`--format takes ${TABLE_FORMATS.join(', ')}`);
      }
      return ok({ verb: 'follow-ups', format: known, all });
    }),
  import: (words) => wanted(words, ['a file'], ([file = '']) => ok({ verb: 'import', file })),
};

/** Reads the command line. What is wrong with it is one line for the person. */
export function readCommandLine(args: readonly string[]): Result<CommandLine, string> {
  const parsed = tryParse(args);
  if (!parsed.ok) return parsed;
  const { values, positionals, tokens } = parsed.value;
  const [verb, ...words] = positionals;
  const { profile = null, 'slack-api-url': url, json } = values;
  const slackApiUrl = url === undefined ? null : slackAddress(url);
  if (url !== undefined && slackApiUrl === null)
    return err(`--slack-api-url takes an address, not "${url}". See quarterdeck --help.`);
  const common = { place: { profile, slackApiUrl }, json };
  if (values.help || verb === undefined) return ok({ request: { verb: 'help' }, ...common });
  const read = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (read === undefined) return err(`There is no command "${verb}". See quarterdeck --help.`);
  const taken = [...(OWN[verb] ?? []), ...EVERYWHERE];
  const stray = tokens.find((token) => token.kind === 'option' && !taken.includes(token.name));
  if (stray?.kind === 'option') {
    return err(`${verb} takes no --${stray.name}. See quarterdeck --help.`);
  }
  const request = read(words, values);
  return request.ok
    ? ok({ request: request.value, ...common })
    : err(`${request.error}. See quarterdeck --help.`);
}

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, tokens: true });

function tryParse(args: readonly string[]): Result<ReturnType<typeof parse>, string> {
  try {
    return ok(parse(args));
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    return err(`${why.replace(/\.$/, '')}. See quarterdeck --help.`);
  }
}

function wanted(
  words: readonly string[],
  names: readonly string[],
  make: (words: readonly string[]) => Result<Request, string>,
): Result<Request, string> {
  const missing = names[words.length];
  if (missing !== undefined) return err(`Say ${missing}`);
  const extra = words[names.length];
  // Most often a text without quotes around it.
  if (extra !== undefined) return err(`"${extra}" is one word too many: put quotes around a text`);
  return make(words);
}

/** `20m`, `2h` or `90` (minutes) in ms; undefined for anything else. */
function lengthOf(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,4})(m|h)?$/.exec(text) ?? [];
  if (count === undefined) return undefined;
  const minutes = Number(count) * (unit === 'h' ? 60 : 1);
  return minutes === 0 ? undefined : minutes * MINUTE;
}
