/** Longest text of an action: one line that can be read aloud on a call. */
export const ACTION_MAX = 500;
