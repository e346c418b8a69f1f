import type { SeedInput } from './seed.ts';

/**
 * A seed as a file has it. Throws words with the place of the mistake when it is no JSON. What is in it
 * is read by `readSeed`, which tells its own mistakes.
 */
export function seedInFile(name: string, text: string): SeedInput {
  const told = mistakeIn(text);
  if (told !== null) throw new Error(`${name} is no JSON: ${told}`);
  return JSON.parse(text);
}

/** What is wrong with a text as JSON, and where; null when nothing is. */
function mistakeIn(text: string): string | null {
  const message = complaint(text);
  if (message === null || /\bline \d+ column \d+/.test(message)) return message;
  if (message.startsWith('Unexpected end')) return `${message} (${placeAt(text, text.length)})`;
  const [unexpected] = message.split(',');
  return `${unexpected} in JSON (${placeAt(text, firstUnexpected(text))})`;
}

function complaint(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/**
 * Where the first letter stands that has no business there, which the parser does not tell: a text cut
 * before it only ends too early, a text cut after it has it.
 */
function firstUnexpected(text: string): number {
  let fine = 0;
  let wrong = text.length;
  while (wrong - fine > 1) {
    const middle = Math.floor((fine + wrong) / 2);
    if (complaint(text.slice(0, middle))?.startsWith('Unexpected token') === true) wrong = middle;
    else fine = middle;
  }
  return fine;
}

function placeAt(text: string, at: number): string {
  const lines = text.slice(0, at).split('\n');
  return `line ${lines.length} column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
