import { actionWords } from './action.ts';
import type { Change, UnknownChange } from './change.ts';
import { fieldWords } from './custom-field.ts';
import { incidentWords } from './incident.ts';
import { participantWords } from './participant.ts';
import type { PersonRef } from './person.ts';
import { postMortemWords } from './post-mortem.ts';
import { recordWords } from './record-change.ts';
import { relationWords } from './relation.ts';
import { roleWords } from './role.ts';
import { situationWords } from './situation.ts';
import { timelineWords } from './timeline.ts';
import { type Telling, utcTime, type Words } from './words.ts';

const unknownWords: Words<UnknownChange> = {
  unknown: {
    glyph: '▪',
    say: ({ entity, fields }) => `A newer Quarterdeck changed ${entity} (${fields.join(', ')})`,
  },
};

const words: Words<Change> = {
  ...incidentWords,
  ...situationWords,
  ...roleWords,
  ...actionWords,
  ...recordWords,
  ...relationWords,
  ...participantWords,
  ...fieldWords,
  ...postMortemWords,
  ...timelineWords,
  ...unknownWords,
};

/** Each kind's words take that kind's changes: the types, joined by name at the source, meet here. */
function wordsOf(change: Change): Telling<Change> {
  return words[change.kind] as unknown as Telling<Change>;
}

/**
 * A change as one sentence in plain text, without its author and without a glyph.
 * @param nameOf how the reader knows a person
 * @param timeOf how the reader reads a moment; in UTC unless told otherwise
 */
export function sentence(
  change: Change,
  nameOf: (ref: PersonRef) => string,
  timeOf: (ms: number) => string = utcTime,
): string {
  return wordsOf(change).say(change, { nameOf, timeOf });
}

/** The mark that stands before a change's sentence where only text can be shown. */
export function changeGlyph(change: Change): string {
  const { glyph } = wordsOf(change);
  return typeof glyph === 'string' ? glyph : glyph(change);
}

/** Everybody a change's sentence names. */
export function peopleIn(change: Change): readonly PersonRef[] {
  return (wordsOf(change).people?.(change) ?? []).filter((ref) => ref !== null);
}
