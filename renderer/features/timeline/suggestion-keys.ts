/** What a letter does on a suggested message. */
export const SUGGESTION_KEYS = { add: 'a', dismiss: 'x' } as const;
