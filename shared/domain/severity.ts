/** Human-named severities, mildest first: their order is their rank. */
export const SEVERITIES = ['minor', 'major', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Three do for most; with more than five nobody knows which is which. */
export const SEVERITIES_MAX = 5;
export const SEVERITY_MAX = 30;

/** Whether a name says something by itself: `SEV1` and `P2` do not. */
export function isHumanName(name: string): boolean {
  return /\p{L}/u.test(name) && !/^\p{L}{0,8}[\s_-]*\d+$/u.test(name);
}

/** What a new incident has until someone says otherwise. */
export const DEFAULT_SEVERITY: Severity = 'minor';

const NAMES: Record<Severity, string> = { minor: 'Minor', major: 'Major', critical: 'Critical' };

/** Shapes that read in black and white, in Slack and in a terminal. */
const GLYPHS: Record<Severity, string> = { minor: '▬', major: '▲', critical: '◆' };

export function isSeverity(value: string): value is Severity {
  return (SEVERITIES as readonly string[]).includes(value);
}

/** The name a person reads. One that a team chose, or that is newer, is its own name. */
export function severityName(value: string): string {
  return isSeverity(value) ? NAMES[value] : value;
}

export function severityGlyph(value: string): string {
  return isSeverity(value) ? GLYPHS[value] : '▪';
}
