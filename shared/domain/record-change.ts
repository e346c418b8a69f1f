import { cutText } from '../base/cut-text.ts';
import type { Json } from '../base/json.ts';
import { ACTION } from './action.ts';
import { CUSTOM_FIELD } from './custom-field.ts';
import { DECISION } from './decision.ts';
import { FOLLOW_UP } from './follow-up.ts';
import { HANDOVER } from './handover.ts';
import { HYPOTHESIS } from './hypothesis.ts';
import { LINK } from './link.ts';
import type { PersonRef } from './person.ts';
import type { RecordFields, RecordKind } from './record.ts';
import { RELATION } from './relation.ts';
import { UPDATE } from './update.ts';
import type { Reader, Words } from './words.ts';

/** Every kind of record, by the name its entities have in the log. */
export const RECORDS = {
  action: ACTION,
  update: UPDATE,
  decision: DECISION,
  hypothesis: HYPOTHESIS,
  follow_up: FOLLOW_UP,
  link: LINK,
  handover: HANDOVER,
  relation: RELATION,
  field: CUSTOM_FIELD,
} as const satisfies { readonly [entity: string]: RecordKind };
export type RecordEntity = keyof typeof RECORDS;

type OfRecord = { readonly entity: RecordEntity; readonly title: string };

/** What an op did to a record. */
export type RecordChange =
  | { readonly kind: 'record-added'; readonly entity: RecordEntity; readonly set: RecordFields }
  | (OfRecord & {
      readonly kind: 'record-set';
      readonly field: string;
      readonly from: Json | null;
      readonly to: Json | null;
    })
  | (OfRecord & { readonly kind: 'record-removed' })
  | (OfRecord & { readonly kind: 'record-restored' });

const kindOf = (entity: RecordEntity): RecordKind => RECORDS[entity];

export const recordWords: Words<RecordChange> = {
  'record-added': {
    glyph: ({ entity }) => kindOf(entity).glyph,
    people: ({ entity, set }) =>
      Object.entries(kindOf(entity).fields).map(([field, words]) => personIn(words, set[field])),
    say: ({ entity, set }, reader) => kindOf(entity).added(set, reader),
  },
  'record-set': {
    glyph: ({ entity }) => kindOf(entity).glyph,
    people: ({ entity, field, from, to }) => {
      const words = kindOf(entity).fields[field];
      return words === undefined ? [] : [personIn(words, from), personIn(words, to)];
    },
    say: setSentence,
  },
  'record-removed': {
    glyph: '−',
    say: ({ entity, title }) => `${kindOf(entity).name} removed: ${short(title)}`,
  },
  'record-restored': {
    glyph: '+',
    say: ({ entity, title }) => `${kindOf(entity).name} restored: ${short(title)}`,
  },
};

function personIn(
  words: RecordKind['fields'][string],
  value: Json | null | undefined,
): PersonRef | null {
  return words.person?.(value ?? undefined) ?? null;
}

type RecordSet = Extract<RecordChange, { kind: 'record-set' }>;

function setSentence({ entity, title, field, from, to }: RecordSet, reader: Reader): string {
  const { name, title: titleField, fields } = kindOf(entity);
  const words = fields[field];
  const shown = words?.show(to ?? undefined, reader) ?? null;
  if (words?.say !== undefined) return words.say(to, short(title), shown);
  if (field === titleField) {
    const was = words?.show(from ?? undefined, reader) ?? null;
    return was === null ? `${name}: ${shown ?? ''}` : `${name} reworded: ${was} → ${shown ?? ''}`;
  }
  const label = words?.label ?? field;
  return shown === null
    ? `${name} “${short(title)}”: ${label} taken back`
    : `${name} “${short(title)}”: ${label} ${shown}`;
}

const TITLE_SHOWN = 100;

/** Enough of a title to know what is meant. */
function short(title: string): string {
  const line = title.split('\n', 1)[0] ?? '';
  return line === title && title.length <= TITLE_SHOWN ? title : `${cutText(line, TITLE_SHOWN)}…`;
}
