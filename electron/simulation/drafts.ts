// What people do, made from the contract itself: a command that is added to it is tried here too.
import { z } from 'zod';
import { newUlid, ULID_PATTERN } from '#shared/base/ids.ts';
import { commands } from '#shared/contract/commands.ts';
import { queries } from '#shared/contract/queries.ts';
import type { Chance } from './chance.ts';

/** The part of JSON Schema that the contract's inputs come out as. */
type Shape = {
  readonly type?: string | readonly string[];
  readonly properties?: { readonly [key: string]: Shape };
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
};

export type Draft = {
  readonly kind: 'command' | 'query';
  readonly name: string;
  readonly input: unknown;
};

/** What a person at a desktop can point at. */
export type Sight = {
  readonly now: () => number;
  readonly incidents: readonly string[];
  /** Ids of what the chosen incident has, by kind: `action:01H…`. */
  readonly entities: (incident: string) => readonly string[];
  readonly lines: (incident: string) => readonly { readonly kind: string; readonly ref: string }[];
  readonly people: readonly string[];
  /** Ops that wait, or were taken back. */
  readonly queue: () => readonly string[];
};

const shapeOf = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;

const shapesOf = (entries: { readonly [name: string]: { readonly input: z.ZodType } }) =>
  new Map(Object.entries(entries).map(([name, { input }]) => [name, shapeOf(input)] as const));

const COMMANDS = shapesOf(commands);
const QUERIES = shapesOf(queries);

/** What the simulation does on purpose and by itself: connecting, and trying again. */
const BY_HAND = /^(slack|sync)\./;
export const DECLARE = 'incident.declare';

/** Commands about an incident that is there. */
const CHANGES = [...COMMANDS.keys()].filter((name) => name !== DECLARE && !BY_HAND.test(name));

export function draftDeclaration(chance: Chance, sight: Sight): Draft {
  return draft('command', DECLARE, COMMANDS, chance, sight);
}

export function draftChange(chance: Chance, sight: Sight): Draft {
  return draft('command', chance.pick(CHANGES), COMMANDS, chance, sight);
}

export function draftQuery(chance: Chance, sight: Sight): Draft {
  return draft('query', chance.pick([...QUERIES.keys()]), QUERIES, chance, sight);
}

function draft(
  kind: Draft['kind'],
  name: string,
  shapes: ReadonlyMap<string, Shape>,
  chance: Chance,
  sight: Sight,
): Draft {
  const incident = sight.incidents.length === 0 ? null : chance.pick(sight.incidents);
  const isNew = name === DECLARE && !chance.maybe(0.05);
  const about = isNew ? null : incident;
  const input = value(shapes.get(name) ?? {}, '', { chance, sight, incident: about });
  return { kind, name, input };
}

type Scene = {
  readonly chance: Chance;
  readonly sight: Sight;
  readonly incident: string | null;
};

function value(shape: Shape, key: string, scene: Scene): unknown {
  const { chance } = scene;
  const line = lineFor(key, scene);
  if (line !== null) return line;
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return chance.pick(shape.enum);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return value(chance.pick(choices), key, scene);
  const type = typeof shape.type === 'string' ? shape.type : (shape.type?.[0] ?? 'object');
  switch (type) {
    case 'object':
      return objectOf(shape, scene);
    case 'array':
      return Array.from(
        { length: chance.between(shape.minItems ?? 0, Math.min(shape.maxItems ?? 3, 3)) },
        () => value(shape.items ?? { type: 'string' }, key, scene),
      );
    case 'boolean':
      return chance.maybe(0.5);
    case 'null':
      return null;
    case 'integer':
    case 'number':
      return numberOf(shape, scene);
    default:
      return textOf(shape, key, scene);
  }
}

/** What the timeline shows: a line by its kind and id, an entry by its id, a message by its `ts`. */
function lineFor(key: string, { chance, sight, incident }: Scene): unknown {
  if (incident === null || !/^(line|entry|ts)$/.test(key) || chance.maybe(0.3)) return null;
  const kind = { line: /./, entry: /^note$/, ts: /^message$/ }[key as 'line' | 'entry' | 'ts'];
  const lines = sight.lines(incident).filter((line) => kind.test(line.kind));
  if (lines.length === 0) return null;
  const line = chance.pick(lines);
  return key === 'line' ? { kind: line.kind, id: line.ref } : line.ref;
}

function objectOf(shape: Shape, scene: Scene): object {
  const object: { [key: string]: unknown } = {};
  for (const [key, part] of Object.entries(shape.properties ?? {})) {
    const isNeeded = shape.required?.includes(key) ?? false;
    if (isNeeded || scene.chance.maybe(0.4)) object[key] = value(part, key, scene);
  }
  return object;
}

/** Numbers without close bounds are times. */
const TIME_MIN = 1_000_000_000;
const HOUR = 3_600_000;

function numberOf({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: Shape, scene: Scene): number {
  const { chance, sight } = scene;
  if (maximum > TIME_MIN) return sight.now() + chance.between(-3 * HOUR, HOUR);
  return chance.between(Math.max(minimum, -1_000), Math.min(maximum, minimum + 1_000));
}

const WORDS = [
  'Checkout errors in EU',
  'only eu-west',
  'roll back 41f2',
  '<!channel> & <script>',
  'naïve café ☕ 😀',
  '‮backwards',
  'Slow',
  '🇪🇺 & "quotes" \\ and \n a second line',
];
const LONGEST = 9_000;
const PEOPLE = /^(person|owner|lead|user|author|assignee|by|to|from|member)s?$/i;
/** For fields that take only text of a form: the first that fits is taken. */
const FORMS = [
  'https://acme.test/graph?a=1',
  '2026-11-21',
  '02:00',
  'U0BEN000001',
  'severity-2',
  '7',
];

function textOf(shape: Shape, key: string, scene: Scene): string {
  const { chance, sight } = scene;
  if (/url$/i.test(key) && chance.maybe(0.8)) return 'https://acme.test/graph?a=1';
  if (shape.pattern === ULID_PATTERN.source) return idFor(key, scene);
  if (shape.pattern !== undefined || shape.format !== undefined) return formed(shape, chance);
  if (PEOPLE.test(key)) return chance.pick(sight.people);
  const max = shape.maxLength ?? 200;
  if (max >= 1_000 && chance.maybe(0.08)) {
    return 'a long text, '.repeat(chance.between(1, LONGEST / 13)).slice(0, max);
  }
  return `${chance.pick(WORDS)} ${chance.between(1, 9)}`.slice(0, max);
}

function formed(shape: Shape, chance: Chance): string {
  const form = new RegExp(shape.pattern ?? '');
  const fitting = FORMS.filter((text) => form.test(text));
  return fitting.length === 0 ? chance.pick(FORMS) : chance.pick(fitting);
}

const bare = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');

/** An id: of what is there, where the field's name says of what kind, or a new one. */
function idFor(key: string, { chance, sight, incident }: Scene): string {
  const fresh = () => newUlid({ now: sight.now, random: chance.random });
  if (key === 'incident') return incident ?? fresh();
  // A field is the desktop's before it is any incident's: few, so that the same one is met again.
  if (key === 'field') return `01K0000000000000000000000${chance.between(1, 3)}`;
  // The other one, of two that are merged or related.
  if (/^(into|other)$/.test(key) && incident !== null) return chance.pick(sight.incidents);
  if (/^ops?$/.test(key)) {
    const queue = sight.queue();
    return queue.length === 0 ? fresh() : chance.pick(queue);
  }
  if (chance.maybe(0.35)) return fresh();
  const known =
    incident === null ? [] : sight.entities(incident).map((entity) => entity.split(':'));
  const alike = known.filter(([kind = '']) => bare(kind) === bare(key));
  const ids = (alike.length > 0 ? alike : known).flatMap(([, id]) =>
    id === undefined ? [] : [id],
  );
  const fits = ids.filter((id) => ULID_PATTERN.test(id));
  if (fits.length > 0) return chance.pick(fits);
  return sight.incidents.length > 0 && chance.maybe(0.3) ? chance.pick(sight.incidents) : fresh();
}
