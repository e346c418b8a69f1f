/** Human-named severities, mildest first: their order is their rank. */
export const SEVERITIES = ['minor', 'major', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a new incident has until someone says otherwise. */
export const DEFAULT_SEVERITY: Severity = 'minor';

const NAMES: Record<Severity, string> = { minor: 'Minor', major: 'Major', critical: 'Critical' };

/** Shapes that read in black and white, in Slack and in a terminal. */
const GLYPHS: Record<Severity, string> = { minor: '▬', major: '▲', critical: '◆' };

export function isSeverity(value: string): value is Severity {
  return (SEVERITIES as readonly string[]).includes(value);
}

/** The name a person reads; a severity that a newer Quarterdeck wrote is shown as it came. */
export function severityName(value: string): string {
  return isSeverity(value) ? NAMES[value] : value;
}

export function severityGlyph(value: string): string {
  return isSeverity(value) ? GLYPHS[value] : '▪';
}
