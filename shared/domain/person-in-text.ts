import type { PersonRef } from './person.ts';

/** Somebody by the name that people write. */
export type Named = { readonly ref: PersonRef; readonly name: string };

/** Who can be meant: everybody known here, and the writer as `me`. */
export type Known = { readonly people: readonly Named[]; readonly me: PersonRef | null };

const END = /^(?=$|[\s,.;:!?)])/;

export const isMention = (text: string) => text.startsWith('@');

/**
 * Whom a text begins with (`@Ana de Souza …`, `@ana …`, `ana …`, `me …`), and what follows. Null where
 * nobody is meant, or where two could be.
 */
export function personAt(
  text: string,
  { people, me }: Known,
): { readonly ref: PersonRef; readonly rest: string } | null {
  const said = text.replace(/^@/, '');
  const whole = withName(
    said,
    people.map(({ ref, name }) => ({ key: ref, name })),
  );
  if (whole !== null) return { ref: whole.named.key, rest: whole.rest };
  const word = /^[^\s,;:!?()]+/.exec(said)?.[0].replace(/\.+$/, '') ?? '';
  if (word === '') return null;
  const rest = said.slice(word.length);
  if (me !== null && word.toLowerCase() === 'me') return { ref: me, rest };
  const begun = people.filter(({ name }) => beginsWith(name, word));
  return begun.length === 1 && begun[0] !== undefined ? { ref: begun[0].ref, rest } : null;
}

/** Whether a name, or a word of it, begins as it was typed. */
export function beginsWith(name: string, typed: string): boolean {
  const folded = typed.toLowerCase();
  const lower = name.toLowerCase();
  return lower.startsWith(folded) || lower.split(/[\s._-]+/).some((one) => one.startsWith(folded));
}

/** The longest of the names that a text begins with, and what follows it. */
export function withName<N extends { readonly key: string; readonly name: string }>(
  text: string,
  among: readonly N[],
): { readonly named: N; readonly rest: string } | null {
  const lower = text.toLowerCase();
  const found = among
    .flatMap((named) => [named.name, named.key].map((name) => ({ named, name })))
    .filter(({ name }) => name !== '' && lower.startsWith(name.toLowerCase()))
    .filter(({ name }) => END.test(text.slice(name.length)))
    .sort((a, b) => b.name.length - a.name.length)[0];
  return found === undefined
    ? null
    : { named: found.named, rest: text.slice(found.name.length).trimStart() };
}

/**
 * Who is mentioned first. At the beginning or the end of the text the mention is taken out of it: it
 * says who, not what.
 */
export function personInText(
  text: string,
  known: Known,
): { readonly text: string; readonly person: PersonRef | null } {
  for (const { index } of text.matchAll(/(?<=^|\s)@/g)) {
    const found = personAt(text.slice(index), known);
    if (found === null) continue;
    const before = text.slice(0, index).trim();
    const after = found.rest.replace(/^[\s,:;]+/, '').trim();
    const isInside = before !== '' && after !== '' && !/^[.!?)]*$/.test(after);
    const left = before === '' ? after : `${before}${after}`;
    return { text: isInside ? text : left, person: found.ref };
  }
  return { text, person: null };
}
