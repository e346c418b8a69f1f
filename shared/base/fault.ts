/**
 * Something that was thrown, without its message: that may quote what a person wrote, or a token.
 * What kind it is and where it came from is enough to find it.
 */
export type Fault = {
  /** The error's own name (`TypeError`); the type of what is no error. */
  readonly name: string;
  /** The system's or SQLite's code (`ENOSPC`), where there is one. */
  readonly code: string;
  /** Where it was thrown, and from where that was called: `drainLane@lane.ts:53:11`. */
  readonly stack: readonly string[];
};

/** As many callers as tell where it was. */
export const FAULT_DEPTH = 12;

export function faultOf(cause: unknown): Fault {
  if (!(cause instanceof Error)) return { name: typeof cause, code: '', stack: [] };
  const code = 'code' in cause ? String(cause.code) : '';
  return { name: cause.name, code, stack: framesOf(cause) };
}

/** A fault in one line, the place it was thrown at last. */
export function faultLine({ name, code, stack }: Fault): string {
  const what = code === '' ? name : `${name} ${code}`;
  return stack[0] === undefined ? what : `${what} at ${stack[0]}`;
}

/** `at drainLane (file:///…/lane.ts:53:11)`, or `drainLane@http://…/page.js:1:2` outside Chromium. */
const FRAME = /^(?:\s*at (?:(?<called>.*?) \()?|(?<elsewhere>[^@]*)@)(?<place>.*:\d+:\d+)\)?$/;
const FUNCTION = /^(?:(?:async|new) )?(?<name>[\w$.#<>]{1,80})(?: \[as \w+\])?$/;

/** Of a line that is looked at, in characters. */
const LINE_MAX = 1_000;
const FILE = /^[\w$.-]{1,80}:\d+:\d+$/;

function framesOf({ stack = '', message }: Error): string[] {
  // The message stands above the frames, and may be of several lines that look like some.
  const at = message === '' ? -1 : stack.indexOf(message);
  const lines = stack.slice(at < 0 ? 0 : at + message.length).split('\n');
  const frames: string[] = [];
  for (const line of lines) {
    const found = FRAME.exec(line.slice(0, LINE_MAX))?.groups;
    if (found === undefined) continue;
    const { called, elsewhere = '', place = '' } = found;
    const name = FUNCTION.exec(called ?? elsewhere)?.groups?.name ?? '';
    const file = place.split(/[/\\]/).at(-1) ?? '';
    // The folders say who is at this computer, and nothing about the fault.
    if (FILE.test(file)) frames.push(`${name}@${file}`);
    if (frames.length === FAULT_DEPTH) break;
  }
  return frames;
}
