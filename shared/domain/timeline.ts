/** Longest note: a pasted stack trace fits, a log file does not. */
export const NOTE_MAX = 10_000;
