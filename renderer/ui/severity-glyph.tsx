import { isSeverity, type Severity, severityName } from '#shared/domain/severity.ts';
import styles from './severity-glyph.module.css';

/** Shapes before colours: a bar, a triangle, a diamond, drawn in the icons' weight. */
const SHAPES: Record<Severity, string> = {
  minor: 'M3 6h10a.8.8 0 0 1 .8.8v2.4a.8.8 0 0 1-.8.8H3a.8.8 0 0 1-.8-.8V6.8A.8.8 0 0 1 3 6Z',
  major: 'M8 2.6 14 13a.5.5 0 0 1-.4.7H2.4A.5.5 0 0 1 2 13L8 2.6Z',
  critical: 'm8 1.8 6.2 6.2L8 14.2 1.8 8 8 1.8Z',
};
/** A severity that a newer Quarterdeck wrote. */
const OTHER = 'M5 5h6v6H5z';

export type SeverityGlyphProps = {
  readonly severity: string;
  /** Where the name stands beside it already. */
  readonly isNamed?: boolean;
};

export function SeverityGlyph({ severity, isNamed = false }: SeverityGlyphProps) {
  const known = isSeverity(severity) ? severity : null;
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      className={`${styles.glyph} ${known === null ? '' : styles[known]}`}
      fill={known === 'critical' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinejoin="round"
      role="img"
      aria-label={severityName(severity)}
      aria-hidden={isNamed}
    >
      <path d={known === null ? OTHER : SHAPES[known]} />
    </svg>
  );
}
