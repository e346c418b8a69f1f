import { SEVERITIES, severityName } from '#shared/domain/severity.ts';
import { CHOOSABLE_STATUSES, statusName } from '#shared/domain/status.ts';
import type { Choice } from '../../ui/picker.tsx';
import { SeverityGlyph } from '../../ui/severity-glyph.tsx';

export const SEVERITY_CHOICES: readonly Choice[] = SEVERITIES.map((severity) => ({
  key: severity,
  name: severityName(severity),
  mark: <SeverityGlyph severity={severity} isNamed />,
}));

export const STATUS_CHOICES: readonly Choice[] = CHOOSABLE_STATUSES.map((status) => ({
  key: status,
  name: statusName(status),
}));
