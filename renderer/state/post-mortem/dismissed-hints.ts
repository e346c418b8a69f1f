import type { Doc } from 'yjs';
import { foldWord } from '#shared/domain/search-words.ts';
import type { Hint } from '#shared/post-mortem/blameless.ts';
import { DISMISSED_MAP } from '#shared/post-mortem/document-parts.ts';

/**
 * Hints that somebody read and put aside. They are kept in the document itself, a key each, so that
 * they stay put aside at every desktop and two who dismiss at once have both.
 */
const dismissedIn = (doc: Doc) => doc.getMap<unknown>(DISMISSED_MAP);

/** The same words in another case, or broken over two lines, are the same hint. */
const keyOf = ({ rule, said }: Pick<Hint, 'rule' | 'said'>) =>
  `${rule} ${said.split(/\s+/).map(foldWord).join(' ')}`;

/** Puts a hint aside, for good, wherever its words stand in this document. */
export function dismissHint(doc: Doc, hint: Pick<Hint, 'rule' | 'said'>): void {
  dismissedIn(doc).set(keyOf(hint), true);
}

export function isDismissed(doc: Doc, hint: Pick<Hint, 'rule' | 'said'>): boolean {
  return dismissedIn(doc).has(keyOf(hint));
}

/** How many were put aside. */
export const dismissedCount = (doc: Doc): number => dismissedIn(doc).size;

/** Shows them all again. */
export function restoreHints(doc: Doc): void {
  const dismissed = dismissedIn(doc);
  doc.transact(() => {
    for (const key of [...dismissed.keys()]) dismissed.delete(key);
  });
}

/** Tells when hints were put aside or brought back, by whomever. */
export function onDismissed(doc: Doc, listener: () => void): () => void {
  const dismissed = dismissedIn(doc);
  dismissed.observe(listener);
  return () => dismissed.unobserve(listener);
}
