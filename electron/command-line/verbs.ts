import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { formatAge, formatClock } from '#shared/base/duration.ts';
import { type IncidentId, newUlid } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import type { FollowUpOfViewT } from '#shared/contract/views/record.ts';
import type { IncidentRowT } from '#shared/contract/views.ts';
import { followUpStateName, isSettledState } from '#shared/domain/follow-up.ts';
import { severityName } from '#shared/domain/severity.ts';
import { statusName } from '#shared/domain/status.ts';
import { utcTime } from '#shared/domain/words.ts';
import { recordCsv } from '#shared/export/csv.ts';
import { followUpsCsv, followUpsJson } from '#shared/export/follow-ups.ts';
import { recordJson } from '#shared/export/json.ts';
import { recordMarkdown } from '#shared/export/markdown.ts';
import { readRecord } from '#shared/export/read-record.ts';
import { findIncident } from '../hosts/find-incident.ts';
import { readIncidentFile, takeIncidentFile } from '../hosts/incident-file.ts';
import type { Desk } from './desk.ts';
import type { ExportFormat, Request } from './options.ts';

/** What a command answers: for people, and for programs. */
export type Answer = { readonly text: string; readonly json: unknown };

export type Verb<V extends Request['verb']> = (
  surroundings: Surroundings,
  request: Extract<Request, { verb: V }>,
) => Promise<Result<Answer, ContractError>>;

export type Surroundings = {
  readonly desk: Desk;
  readonly now: () => number;
  readonly random: () => number;
  /** All of standard input: what `-` stands for. */
  readonly input: () => string;
};

const newId = ({ now, random }: Surroundings) => newUlid({ now, random });
const said = ({ input }: Surroundings, text: string) => (text === '-' ? input() : text);

export const verbs: { readonly [V in Exclude<Request['verb'], 'help'>]: Verb<V> } = {
  declare: async (surroundings, { name, severity, isPrivate, key }) => {
    const incident = newId(surroundings) as IncidentId;
    const declared = await surroundings.desk.command('incident.declare', {
      incident,
      name: said(surroundings, name),
      private: isPrivate,
      // Whoever calls this may be a machine; somebody is to say who leads.
      ...(key === null ? {} : { key, lead: null }),
      ...(severity === null ? {} : { severity }),
    });
    if (!declared.ok) return declared;
    const { code, incident: id } = declared.value;
    const isNew = id === incident;
    const text = isNew ? `${code} is declared.` : `${code} is declared already.`;
    return ok({ text, json: { incident: id, code, declared: isNew } });
  },
  list: async ({ desk, now }, { all }) => {
    const listed = await desk.query('desk', {});
    if (!listed.ok) return listed;
    const { active, after, recent } = listed.value;
    const rows = all ? [...active, ...after, ...recent] : active;
    const text = rows.length === 0 ? 'All calm.' : rows.map((row) => line(row, now())).join('\n');
    return ok({ text, json: rows });
  },
  show: async ({ desk, now }, { incident }) => {
    const found = await findIncident(desk, incident);
    if (!found.ok) return found;
    const view = await desk.query('incident', { incident: found.value.id });
    if (!view.ok) return view;
    const { summary, impact, actions } = view.value;
    const open = actions.filter(({ done }) => !done);
    const lines = [
      line(view.value, now()),
      ...(summary === '' ? [] : [`Summary: ${summary}`]),
      ...(impact === '' ? [] : [`Impact: ${impact}`]),
      ...view.value.roles.map(({ name, person }) => `${name}: ${person?.name ?? 'nobody yet'}`),
      ...view.value.updatesDue.map(({ audience, at }) => `Next ${audience} update: ${utcTime(at)}`),
      ...open.map(({ text, owner }) => `To do: ${text} (${owner?.name ?? 'nobody yet'})`),
    ];
    return ok({ text: lines.join('\n'), json: view.value });
  },
  note: async (surroundings, { incident, text }) => {
    const { desk } = surroundings;
    const found = await findIncident(desk, incident);
    if (!found.ok) return found;
    const entry = newId(surroundings);
    const input = { incident: found.value.id, entry, text: said(surroundings, text) };
    const added = await desk.command('note.add', input);
    return added.ok ? ok(done(found.value.code, 'The note is', { entry })) : added;
  },
  update: async (surroundings, { incident, text, audience, next }) => {
    const { desk, now } = surroundings;
    const found = await findIncident(desk, incident);
    if (!found.ok) return found;
    const update = newId(surroundings);
    const added = await desk.command('update.add', {
      ...{ incident: found.value.id, update, audience, form: 'full' },
      conditions: said(surroundings, text),
      ...(next === null ? {} : { nextBy: now() + next }),
    });
    return added.ok ? ok(done(found.value.code, 'The update is', { update })) : added;
  },
  export: async ({ desk }, { incident, format, out }) => {
    const found = await findIncident(desk, incident);
    if (!found.ok) return found;
    const made = await exported(desk, found.value.id, format);
    if (!made.ok) return made;
    if (out === null) return ok({ text: made.value.toString('utf8').trimEnd(), json: null });
    const written = write(out, made.value);
    if (!written.ok) return written;
    const bytes = made.value.length;
    return ok({ text: `${found.value.code} is in ${out}.`, json: { file: resolve(out), bytes } });
  },
  'follow-ups': async ({ desk, now }, { format, all }) => {
    const read = await desk.query('all-follow-ups', {});
    if (!read.ok) return read;
    const items = read.value.items.filter(({ state }) => all || !isSettledState(state));
    const lines = items.map((item) => followUpLine(item, now()));
    const texts = {
      csv: () => followUpsCsv(items, now()).trimEnd(),
      json: () => followUpsJson(items).trimEnd(),
    };
    const plain = lines.length === 0 ? 'Nothing is left to do.' : lines.join('\n');
    return ok({ text: format === null ? plain : texts[format](), json: items });
  },
  import: async (surroundings, { file }) => {
    const read = readIncidentFile(file);
    if (!read.ok) return read;
    const taken = await takeIncidentFile(surroundings.desk, read.value, newId(surroundings));
    if (!taken.ok) return taken;
    const { code, ops, messages } = taken.value;
    const text = `${code}: ${ops} changes and ${messages} messages are new.`;
    return ok({ text, json: taken.value });
  },
};

function line(row: IncidentRowT, now: number): string {
  const { code, name, severity, status, lead, declaredAt, endedAt } = row;
  const clock = formatClock((endedAt ?? now) - declaredAt);
  const who = lead === null ? 'no lead' : lead.name;
  return `${code}  ${severityName(severity)}  ${statusName(status)}  ${clock}  ${who}  ${name}`;
}

function followUpLine(item: FollowUpOfViewT, now: number): string {
  const { code, text, state, owner, due, addedAt } = item;
  const when = due === null ? 'no date' : `${due <= now ? 'overdue since' : 'due'} ${utcTime(due)}`;
  const who = owner?.name ?? 'nobody yet';
  return `${code}  ${followUpStateName(state)}  ${who}  ${when}  ${formatAge(now - addedAt)}  ${text}`;
}

function done(code: string, what: string, ids: object): Answer {
  return { text: `${what} in the timeline of ${code}.`, json: { code, ...ids } };
}

async function exported(
  desk: Desk,
  incident: IncidentId,
  format: ExportFormat,
): Promise<Result<Buffer, ContractError>> {
  if (format === 'quarterdeck') return exportedBundle(desk, incident);
  const record = await readRecord(desk, incident);
  if (!record.ok) return record;
  const { value } = record;
  const texts = {
    md: () => recordMarkdown(value),
    csv: () => recordCsv(value),
    json: () => recordJson(value),
  };
  return ok(Buffer.from(texts[format](), 'utf8'));
}

async function exportedBundle(desk: Desk, incident: IncidentId) {
  const made = await desk.command('bundle.export', { incident });
  return made.ok ? ok(readFileSync(made.value.path)) : made;
}

/** Whole or not at all: a half-written file never takes a good one's place. */
function write(path: string, bytes: Buffer): Result<void, ContractError> {
  const draft = `${path}.part`;
  try {
    writeFileSync(draft, bytes);
    renameSync(draft, path);
    return ok(undefined);
  } catch (cause) {
    return err(noFile('written', path, cause));
  }
}

const noFile = (what: string, path: string, cause: unknown) =>
  contractError(
    'not_possible',
    `${basename(path)} cannot be ${what} (${cause instanceof Error && 'code' in cause ? cause.code : cause}).`,
    'Check the path and its rights.',
  );
