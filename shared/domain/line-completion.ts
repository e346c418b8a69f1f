import {
  LINE_COMMANDS,
  LINE_STATUSES,
  type LineReader,
  type NamedChoice,
} from './composer-line.ts';
import { beginsWith } from './person-in-text.ts';

/** One way to go on. */
export type Completion = {
  /** What is put in place of what was begun. */
  readonly insert: string;
  readonly name: string;
  readonly about: string;
};

/** What stands from `from` up to the caret can become one of these. */
export type Completions = { readonly from: number; readonly choices: readonly Completion[] };

/** More than these nobody reads: typing on is quicker. */
const SHOWN_MAX = 8;
const NONE: Completions = { from: 0, choices: [] };

type Known = Pick<LineReader, 'people' | 'severities' | 'roles'>;

/** How a line can go on at the caret: commands, what they take, and people. */
export function completionsAt(typed: string, caret: number, known: Known): Completions {
  const before = typed.slice(0, caret);
  const begun = /^\/([a-z-]*)$/i.exec(before)?.[1];
  if (begun !== undefined) return { from: 0, choices: commands(begun.toLowerCase()) };
  const argument = /^\/(severity|status|role|lead)\s+([^\s@]*)$/i.exec(before);
  const [, command, word = ''] = argument ?? [];
  if (command !== undefined) {
    const from = before.length - word.length;
    const choices = argumentsOf(command.toLowerCase(), known, word);
    return choices.some(({ insert }) => insert.trim() === word) ? NONE : { from, choices };
  }
  return mentions(before, known);
}

function commands(begun: string): Completion[] {
  return LINE_COMMANDS.filter(({ name }) => name.startsWith(begun)).map(
    ({ name, example, about }) => ({ insert: `/${name} `, name: example, about }),
  );
}

function argumentsOf(command: string, known: Known, word: string): readonly Completion[] {
  if (command === 'lead') return people(known, word);
  const among = { severity: known.severities, status: LINE_STATUSES, role: known.roles }[command];
  // What stands behind a role is a person; the others are whole with their word.
  const end = command === 'role' ? ' ' : '';
  return fitting(among ?? [], word).map(({ name }) => ({
    insert: `${name.toLowerCase()}${end}`,
    name,
    about: '',
  }));
}

const fitting = (among: readonly NamedChoice[], word: string) =>
  among.filter(({ name }) => name.toLowerCase().startsWith(word.toLowerCase()));

function mentions(before: string, known: Known): Completions {
  const begun = /(?:^|[\s(])@([^\s@]*)$/.exec(before)?.[1];
  if (begun === undefined) return NONE;
  const choices = people(known, begun);
  return { from: before.length - begun.length - 1, choices };
}

function people({ people: all }: Known, begun: string): Completion[] {
  return all
    .filter(({ name }) => beginsWith(name, begun))
    .slice(0, SHOWN_MAX)
    .map(({ name }) => ({ insert: `@${name} `, name, about: '' }));
}
