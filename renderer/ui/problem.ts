/** What happened and what to do about it, as a person reads it. */
export type Problem = { readonly message: string; readonly hint?: string | undefined };
