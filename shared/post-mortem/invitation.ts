/** A meeting over a post-mortem. Times are ms since 1970. */
export type Invitation = {
  /** Stays the same however often the invitation is made, so that a calendar moves it. */
  readonly id: string;
  /** Counts the changes of it. */
  readonly sequence: number;
  readonly title: string;
  readonly text: string;
  readonly start: number;
  readonly minutes: number;
  readonly made: number;
};

/** An invitation as a file that calendars open. @see RFC 5545 */
export function invitationFile(invitation: Invitation): string {
  const { id, sequence, title, text, start, minutes, made } = invitation;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Quarterdeck//Post-mortem//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@quarterdeck`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(made)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(start + minutes * 60_000)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** `20261121T021000Z` (3.3.5, form 2). */
const utc = (ms: number) => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Text (3.3.11): backslash, semicolon, comma and line breaks; other control characters are not allowed. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '');
}

/** A line has 75 octets at most; what follows begins with a space (3.1). Never cut inside a character. */
const OCTETS_MAX = 75;

/** How many bytes of UTF-8 a character takes. */
function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const width = widthOf(character);
    if (octets + width > OCTETS_MAX) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += width;
  }
  return [...parts, part].join('\r\n');
}
