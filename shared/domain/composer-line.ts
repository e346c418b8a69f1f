import { MINUTE } from '../base/duration.ts';
import { localTime } from '../base/local-time.ts';
import { isSafeUrl } from './link.ts';
import type { PersonRef } from './person.ts';
import { isMention, type Named, personAt, personInText, withName } from './person-in-text.ts';
import { CHOOSABLE_STATUSES, statusName } from './status.ts';

/** Something that is chosen by a word: a severity, a role. */
export type NamedChoice = { readonly key: string; readonly name: string };

/** What a line is read against. */
export type LineReader = {
  /** ms since 1970. */
  readonly now: number;
  /** Of the reader, by its IANA name. */
  readonly zone: string;
  readonly me: PersonRef | null;
  readonly people: readonly Named[];
  readonly severities: readonly NamedChoice[];
  readonly roles: readonly NamedChoice[];
};

/** What a line asks for. */
export type ComposedLine =
  | { readonly kind: 'note'; readonly text: string; readonly happenedAt: number | null }
  | { readonly kind: 'severity'; readonly severity: string }
  | { readonly kind: 'status'; readonly status: string; readonly reason: string }
  | { readonly kind: 'role'; readonly role: string; readonly person: PersonRef | null }
  | { readonly kind: 'action'; readonly text: string; readonly owner: PersonRef | null }
  | { readonly kind: 'follow-up'; readonly text: string; readonly owner: PersonRef | null }
  | { readonly kind: 'decision'; readonly question: string; readonly choice: string }
  | { readonly kind: 'hypothesis'; readonly text: string }
  | { readonly kind: 'link'; readonly title: string; readonly url: string }
  | { readonly kind: 'update'; readonly text: string }
  /** Not whole yet, or not understood: what to write, in words. */
  | { readonly kind: 'unready'; readonly say: string };

export type LineCommand = {
  /** Written behind the slash. */
  readonly name: string;
  readonly example: string;
  readonly about: string;
};

/** What can be written behind a slash, in the order of the list of completions. */
export const LINE_COMMANDS: readonly LineCommand[] = [
  { name: 'action', example: '/action Roll back @ben', about: 'Add an action' },
  { name: 'severity', example: '/severity major', about: 'Set the severity' },
  { name: 'status', example: '/status fixing', about: 'Set the status' },
  { name: 'lead', example: '/lead @ben', about: 'Assign the lead' },
  { name: 'role', example: '/role comms @ben', about: 'Assign a role' },
  { name: 'decision', example: '/decision Roll back 41f2', about: 'Record a decision' },
  { name: 'hypothesis', example: '/hypothesis The cache is cold', about: 'Record a hypothesis' },
  { name: 'update', example: '/update Rolling back', about: 'Tell the team' },
  { name: 'follow-up', example: '/follow-up Alert on 5xx', about: 'Add a follow-up' },
  { name: 'link', example: '/link https://… Dashboard', about: 'Add a link' },
  { name: 'at', example: '/at 01:50 Deploy began', about: 'Note what happened earlier' },
];

const COMMAND = /^\/([a-z][a-z-]*)(?=\s|$)\s*/i;
const TODO = /^todo\b:?\s+/i;
const AT = /^at\s+([01]?\d|2[0-3])[:.]([0-5]\d)\b[,:]?\s*/i;
const HALF_A_DAY = 12 * 60;

/**
 * Reads a line of the composer. What is no command is a note, to the last character; a space before
 * a line makes it one in any case.
 */
export function readLine(typed: string, reader: LineReader): ComposedLine {
  const command = COMMAND.exec(typed);
  if (command !== null) {
    return readCommand((command[1] ?? '').toLowerCase(), typed.slice(command[0].length), reader);
  }
  const todo = TODO.exec(typed);
  if (todo !== null) return withOwner('follow-up', typed.slice(todo[0].length), reader);
  return readEarlier(typed, reader) ?? { kind: 'note', text: typed.trim(), happenedAt: null };
}

/** `at 01:50 …`: what happened in the last half day. A time still to come is part of the note. */
function readEarlier(typed: string, { now, zone }: LineReader): ComposedLine | null {
  const found = AT.exec(typed);
  if (found === null) return null;
  const text = typed.slice(found[0].length).trim();
  const clock = localTime(now, zone);
  const minutes = clock.hour * 60 + clock.minute - (Number(found[1]) * 60 + Number(found[2]));
  const ago = minutes < 0 ? minutes + 24 * 60 : minutes;
  if (text === '' || ago > HALF_A_DAY) return null;
  return { kind: 'note', text, happenedAt: Math.floor(now / MINUTE - ago) * MINUTE };
}

type Read = (rest: string, reader: LineReader) => ComposedLine;

const unready = (say: string): ComposedLine => ({ kind: 'unready', say });

const COMMANDS: Readonly<Record<string, Read>> = {
  action: (rest, reader) => withOwner('action', rest, reader),
  'follow-up': (rest, reader) => withOwner('follow-up', rest, reader),
  severity: (rest, { severities }) => {
    const severity = chosen(rest.trim(), severities);
    return severity === null
      ? unready(`Choose one: ${names(severities)}.`)
      : { kind: 'severity', severity };
  },
  status: (rest) => {
    const [word = '', ...reason] = rest.trim().split(/\s+/);
    const status = chosen(word, STATUSES);
    return status === null
      ? unready(`Choose one: ${names(STATUSES)}.`)
      : { kind: 'status', status, reason: reason.join(' ') };
  },
  lead: (rest, reader) => inRole('lead', rest, reader, '/lead @ben'),
  role: (rest, reader) => {
    const found = withName(rest, reader.roles);
    return found === null
      ? unready(`Choose one: ${names(reader.roles)}.`)
      : inRole(found.named.key, found.rest, reader, `/role ${found.named.name} @ben`);
  },
  decision: (rest) => readDecision(rest.trim()),
  hypothesis: (rest) =>
    rest.trim() === ''
      ? unready('Say what may be behind it.')
      : { kind: 'hypothesis', text: rest.trim() },
  update: (rest) => ({ kind: 'update', text: rest.trim() }),
  link: (rest) => readLink(rest.trim()),
  at: (rest, reader) =>
    readEarlier(`at ${rest}`, reader) ??
    unready('Write the time of the last 12 hours, then what happened: /at 01:50 Deploy began.'),
};

function readCommand(name: string, rest: string, reader: LineReader): ComposedLine {
  const read = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (read !== undefined) return read(rest, reader);
  return unready(`There is no /${name}. Put a space before it to write it as a note.`);
}

const STATUSES: readonly NamedChoice[] = CHOOSABLE_STATUSES.map((key) => ({
  key,
  name: statusName(key),
}));

/** The statuses that can be set by a word. */
export const LINE_STATUSES = STATUSES;

function withOwner(kind: 'action' | 'follow-up', rest: string, reader: LineReader): ComposedLine {
  const { text, person } = personInText(rest.trim(), reader);
  if (text !== '') return { kind, text, owner: person };
  return unready(kind === 'action' ? 'Say what is to be done.' : 'Say what is to be done later.');
}

function inRole(role: string, rest: string, reader: LineReader, example: string): ComposedLine {
  const name = rest.trim();
  if (/^@?nobody$/i.test(name)) return { kind: 'role', role, person: null };
  const found = personAt(name, reader);
  if (found !== null && found.rest.trim() === '') return { kind: 'role', role, person: found.ref };
  if (name === '' || isMention(name)) return unready(`Name somebody: ${example}.`);
  return unready(`Nobody here is called ${name}.`);
}

/** `Roll back? → Yes`, `Roll back?` (still open), `Roll back` (both at once). */
function readDecision(said: string): ComposedLine {
  const [question = '', choice] = said.split(/\s*(?:→|->|=>)\s*/, 2);
  if (question === '') return unready('Say what was decided: /decision Roll back 41f2.');
  if (choice !== undefined) return { kind: 'decision', question, choice };
  return { kind: 'decision', question, choice: question.endsWith('?') ? '' : question };
}

function readLink(said: string): ComposedLine {
  const url = said.split(/\s+/).find(isSafeUrl);
  if (url === undefined) return unready('Paste an address that starts with https://');
  const title = said.replace(url, '').replace(/\s+/g, ' ').trim();
  return { kind: 'link', title: title === '' ? url.replace(/^https:\/\//i, '') : title, url };
}

/** The choice that a word means: by its key or name, or by how that begins where only one does. */
function chosen(word: string, among: readonly NamedChoice[]): string | null {
  const folded = word.toLowerCase();
  if (folded === '') return null;
  const known = among.map(({ key, name }) => ({ key, words: [key, name.toLowerCase()] }));
  const whole = known.find(({ words }) => words.includes(folded));
  const begun = known.filter(({ words }) => words.some((one) => one.startsWith(folded)));
  return whole?.key ?? (begun.length === 1 ? (begun[0]?.key ?? null) : null);
}

const names = (among: readonly NamedChoice[]) => among.map(({ name }) => name).join(', ');
