/**
 * Ids for things that a person makes. A second try at the same thing gets the same id, so that an
 * answer that was lost on the way does not make it twice; other content is another thing.
 */
export type Attempts = {
  readonly idFor: (content: readonly unknown[]) => string;
  /** It was made: the same content next time is a new thing. */
  readonly made: () => void;
};

export function createAttempts(newId: () => string): Attempts {
  let last: { readonly content: string; readonly id: string } | null = null;
  return {
    idFor: (parts) => {
      const content = JSON.stringify(parts);
      if (last?.content !== content) last = { content, id: newId() };
      return last.id;
    },
    made: () => {
      last = null;
    },
  };
}
