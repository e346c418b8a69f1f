import { choiceWords, personWords, type RecordKind, textOf, textWords } from './record.ts';
import { roleName } from './role.ts';

/** Longest brief: where things stand, what is open, what worries whoever goes. */
export const BRIEF_MAX = 5_000;

/** The receiver takes it or not; until then whoever offered can take it back. */
export const HANDOVER_STATES = ['offered', 'accepted', 'declined', 'withdrawn'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

const STATE_WORDS: Readonly<Record<HandoverState, string>> = {
  offered: 'Hand-over offered again',
  accepted: 'Hand-over confirmed',
  declined: 'Hand-over declined',
  withdrawn: 'Hand-over taken back',
};

/** A role goes from one person to another: offered with a brief, and confirmed by whoever takes it. */
export const HANDOVER: RecordKind = {
  name: 'Hand-over',
  glyph: '⇄',
  title: 'brief',
  fields: {
    role: textWords('role'),
    from: personWords('from'),
    to: personWords('to'),
    brief: textWords('brief'),
    state: choiceWords('state', STATE_WORDS, (_to, _brief, state) => state ?? 'Hand-over'),
  },
  added: (set, { nameOf }) => {
    const brief = textOf(set.brief);
    const to = nameOf(textOf(set.to) ?? '');
    const role = roleName(textOf(set.role) ?? '');
    return `${role} to be handed over to ${to}${brief === null ? '' : `: ${brief}`}`;
  },
};
