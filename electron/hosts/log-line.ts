import type { LogLine } from '../engine/ports.ts';

/** Our own words for what happens have no blank in them; what a person writes soon has one. */
const WORD = /^[\w.:,;/#@()[\]{}<>$+=*-]{1,120}$/;
/** Slack's tokens, and whatever is long and random enough to be a key. An id (26 letters) is not. */
const SECRET = /xox[a-z]|xapp-|bearer|(?=[\w-]*\d)[\w-]{32,}/i;
/** Of a list of ids, say: the first ones tell enough. */
const LIST_MAX = 5;

/** A line of the log as it is written: whatever is not plainly one of our own words stays out. */
export function writtenLine(at: string, { level, event, detail, fault }: LogLine): string {
  const line = {
    ...{ at, level, event: plain(event) },
    ...(detail === undefined ? {} : { detail: plainDetail(detail) }),
    ...(fault === undefined
      ? {}
      : {
          fault: {
            name: plain(fault.name),
            code: plain(fault.code),
            stack: fault.stack.map(plain),
          },
        }),
  };
  return `${JSON.stringify(line)}\n`;
}

function plainDetail(detail: NonNullable<LogLine['detail']>): NonNullable<LogLine['detail']> {
  const entries = Object.entries(detail).map(([name, value]) => [
    plain(name),
    typeof value === 'string' ? plainList(value) : value,
  ]);
  return Object.fromEntries(entries);
}

function plainList(text: string): string {
  const parts = text.split(',');
  const more = parts.length - LIST_MAX;
  return plain(more > 0 ? `${parts.slice(0, LIST_MAX).join(',')},+${more}` : text);
}

function plain(text: string): string {
  if (text === '') return '';
  return WORD.test(text) && !SECRET.test(text) ? text : `[${text.length} characters left out]`;
}
