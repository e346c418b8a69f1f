import { SlackError } from './answer.ts';

/**
 * A call's arguments. Slack takes everything as text in a form, or typed in JSON; both mean the
 * same, so each reader takes both.
 */
export type Arguments = Readonly<Record<string, unknown>>;

export function text(args: Arguments, name: string): string | null {
  const value = args[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
}

export function flag(args: Arguments, name: string): boolean {
  const value = args[name];
  return value === true || value === 'true' || value === '1' || value === 1;
}

export function whole(args: Arguments, name: string): number | null {
  const value = text(args, name);
  return value === null || !/^\d+$/.test(value) ? null : Number(value);
}

/** An argument that is an object or list: itself, or JSON in text. `code` when it is neither. */
export function structure(args: Arguments, name: string, code: string): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value ?? null;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw new SlackError(code);
  }
}
