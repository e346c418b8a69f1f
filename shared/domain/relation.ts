import { choiceWords, type RecordKind, textOf, textWords } from './record.ts';
import type { Words } from './words.ts';

/** How an incident stands to another: written on both sides, each from its own view. */
export const RELATIONS = ['related', 'merged-into', 'merged-from'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The other incident, by its code; its name where it may be told here. */
export const RELATION: RecordKind = {
  name: 'Related incident',
  glyph: '⋈',
  title: 'code',
  fields: { as: choiceWords('as', {}), code: textWords('code'), name: textWords('name') },
  added: (set) => `Related: ${textOf(set.code) ?? ''}`,
};

/** An incident was merged or related, or that came to an end (`ended`). */
export type RelationChange = {
  readonly kind: 'relation';
  readonly as: string;
  readonly code: string;
  readonly name: string | null;
  readonly ended: boolean;
};

export const relationWords: Words<RelationChange> = {
  relation: {
    glyph: RELATION.glyph,
    say: ({ as, code, name, ended }) => {
      const other = name === null ? code : `${code} ${name}`;
      switch (as) {
        case 'merged-into':
          return ended ? `No longer merged into ${other}` : `Merged into ${other}`;
        case 'merged-from':
          return ended ? `No longer part of this one: ${other}` : `Merged into this one: ${other}`;
        default:
          return ended ? `No longer related: ${other}` : `Related: ${other}`;
      }
    },
  },
};
