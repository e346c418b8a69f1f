import type { Doc } from 'yjs';
import { DISMISSED_MAP } from '#shared/post-mortem/document-parts.ts';

/**
 * Hints that somebody read and put aside, by their `hintKey`. They are kept in the document itself, a
 * key each, so that they stay put aside at every desktop, and two who dismiss at once have both.
 */
const dismissedIn = (doc: Doc) => doc.getMap<unknown>(DISMISSED_MAP);

export const dismissedHints = (doc: Doc): readonly string[] => [...dismissedIn(doc).keys()];

/** Puts a hint aside, for good. */
export function keepDismissed(doc: Doc, key: string): void {
  if (!dismissedIn(doc).has(key)) dismissedIn(doc).set(key, true);
}

/** Tells when hints were put aside or brought back, by whomever. */
export function onDismissed(doc: Doc, listener: () => void): () => void {
  const dismissed = dismissedIn(doc);
  dismissed.observe(listener);
  return () => dismissed.unobserve(listener);
}
