import { SeverityField } from '../fields.ts';
import { RhythmView } from '../views/cadence.ts';
import { command } from './command.ts';

export const cadenceInputs = {
  /** How often a severity's two audiences hear, on this desktop. Never more often than every 10 min. */
  'cadence.choose': command({
    severity: SeverityField,
    internal: RhythmView.nullable(),
    external: RhythmView.nullable(),
  }),
} as const;
