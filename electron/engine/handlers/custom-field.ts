import { z } from 'zod';
import type { IncidentId } from '#shared/base/ids.ts';
import { err } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import type { FieldDefinitionViewT, FieldViewT } from '#shared/contract/views/record.ts';
import { checkFieldValue, FIELDS_MAX, type FieldDefinition } from '#shared/domain/custom-field.ts';
import { customFields, type FieldRecord, seenFields } from '../store/custom-fields.ts';
import type { Db } from '../store/database.ts';
import { readSettings, writeSetting } from '../store/settings.ts';
import { edit } from './edit.ts';
import { type CommandsOf, DONE, findIncident } from './handler.ts';
import { personOrNull } from './people.ts';

const SETTING = 'incident.fields';

/** A field this desktop was told of: `at` says when, so that the latest word about a field counts. */
const OwnField = z.object({
  name: z.string(),
  type: z.string(),
  options: z.array(z.string()).readonly(),
  retired: z.boolean(),
  at: z.number(),
});
type OwnField = z.infer<typeof OwnField>;

/** This desktop's own fields by their id; one that cannot be read is left out. */
function ownFields(db: Db): Readonly<Record<string, OwnField>> {
  return readSettings(db, SETTING, OwnField);
}

/** A field that can be filled in. */
type Offered = FieldDefinition & { readonly id: string; readonly retired: boolean };

export const fieldCommands: CommandsOf<'field'> = {
  'field.define': (context, { field, name, type, options }) => {
    const { db, ports } = context;
    const known = offered(db).get(field);
    if (known !== undefined && known.type !== type) {
      return err(
        contractError(
          'not_possible',
          `“${known.name}” holds values of another type.`,
          'Add a new field instead.',
        ),
      );
    }
    if (known === undefined && offeredNow(db).length >= FIELDS_MAX) {
      return err(
        contractError('not_possible', `There are ${FIELDS_MAX} fields.`, 'Retire one first.'),
      );
    }
    const definition = { name, type, options: type === 'select' ? options : [] };
    saveOwn(db, field, { ...definition, retired: false, at: ports.clock.now() });
    context.emit({ view: 'settings' });
    return DONE;
  },
  'field.retire': (context, { field, retired }) => {
    const { db, ports } = context;
    const known = offered(db).get(field);
    if (known === undefined) return err(NO_FIELD);
    const { name, type, options } = known;
    saveOwn(db, field, { name, type, options, retired, at: ports.clock.now() });
    context.emit({ view: 'settings' });
    return DONE;
  },
  'field.set': (context, { incident, field, value }) => {
    const found = findIncident(context, incident);
    if (!found.ok) return found;
    const { db } = context;
    const held = customFields.byId(db, incident, field);
    const definition = offered(db).get(field) ?? held;
    if (definition === null) return err(NO_FIELD);
    const checked = checkFieldValue(definition, value);
    if (!checked.ok) return err(contractError('invalid_input', checked.error));
    if (held === null && checked.value === null) return DONE;
    const travels = held !== null && isSame(held, definition) ? {} : definitionOf(definition);
    edit(context, incident, `field:${field}`, { ...travels, value: checked.value });
    return DONE;
  },
};

const NO_FIELD = contractError(
  'not_found',
  'This field is not on this desktop.',
  'Define it in the settings.',
);

const definitionOf = ({ name, type, options }: FieldDefinition) => ({ name, type, options });

function isSame(a: FieldDefinition, b: FieldDefinition): boolean {
  return JSON.stringify(definitionOf(a)) === JSON.stringify(definitionOf(b));
}

function saveOwn(db: Db, id: string, field: OwnField): void {
  writeSetting(db, SETTING, { ...ownFields(db), [id]: field });
}

/** All fields known here: this desktop's own and those that came with incidents, the latest word each. */
function offered(db: Db): ReadonlyMap<string, Offered> {
  const own = ownFields(db);
  const fields = new Map<string, Offered>();
  for (const seen of seenFields(db)) {
    const mine = Object.hasOwn(own, seen.id) ? own[seen.id] : undefined;
    if (mine === undefined || mine.at < seen.definedAt) {
      fields.set(seen.id, { ...seen, retired: mine?.retired ?? false });
    }
  }
  for (const [id, field] of Object.entries(own)) {
    if (!fields.has(id)) fields.set(id, { ...field, id });
  }
  return fields;
}

const offeredNow = (db: Db) => [...offered(db).values()].filter((field) => !field.retired);

/** The fields that new incidents offer. */
export function fieldDefinitions(db: Db): readonly FieldDefinitionViewT[] {
  return [...offered(db).values()].map(({ id, name, type, options, retired }) => ({
    ...{ id, name, type, retired },
    options: [...options],
  }));
}

/** An incident's fields: those it carries, and those that are offered and still empty. */
export function fieldViews(db: Db, incident: IncidentId): readonly FieldViewT[] {
  const carried = customFields.of(db, incident);
  const has = new Set(carried.map(({ id }) => id));
  const empty = offeredNow(db)
    .filter(({ id }) => !has.has(id))
    .map((field) => ({ ...field, value: null }));
  return [...carried, ...empty].map((field) => fieldView(db, field));
}

function fieldView(
  db: Db,
  { id, name, type, options, value }: Pick<FieldRecord, 'id' | 'value'> & FieldDefinition,
): FieldViewT {
  const plain = typeof value === 'string' || typeof value === 'number' ? value : null;
  const person = type === 'user' && typeof plain === 'string' ? plain : null;
  return {
    ...{ id, name, type, value: plain },
    options: [...options],
    person: personOrNull(db, person),
  };
}
