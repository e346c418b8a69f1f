import { z } from 'zod';
import { isHumanName, SEVERITIES_MAX, SEVERITY_MAX } from '../../domain/severity.ts';
import { neededText } from '../fields.ts';
import { command } from './command.ts';

const Severity = neededText(SEVERITY_MAX, 'Name the severity.', 'A severity’s name').refine(
  isHumanName,
  'Choose a word that a newcomer understands, not a number.',
);

export const severityInputs = {
  /** What can be chosen on this desktop, mildest first: those that come with Quarterdeck, or words. */
  'severities.choose': command({
    severities: z
      .array(Severity)
      .min(1, 'Keep one severity.')
      .max(SEVERITIES_MAX, `Keep to ${SEVERITIES_MAX} severities.`)
      .refine((all) => new Set(all).size === all.length, 'Name each severity once.'),
  }),
} as const;
