import { SEVERITIES, severityName } from '#shared/domain/severity.ts';
import { CHOOSABLE_STATUSES, statusName } from '#shared/domain/status.ts';
import { useDesk } from '../../state/desktop.tsx';
import { selectSettings } from '../../state/settings.ts';
import type { Choice } from '../../ui/picker.tsx';
import { SeverityGlyph } from '../../ui/severity-glyph.tsx';

/** What can be chosen on this desktop, mildest first. */
export function useSeverityChoices(): readonly Choice[] {
  const severities = useDesk(selectSettings)?.severities ?? THOSE_THAT_COME;
  return severities.map(({ key, name }) => ({
    ...{ key, name },
    mark: <SeverityGlyph severity={key} isNamed />,
  }));
}

const THOSE_THAT_COME = SEVERITIES.map((key) => ({ key, name: severityName(key) }));

export const STATUS_CHOICES: readonly Choice[] = CHOOSABLE_STATUSES.map((status) => ({
  key: status,
  name: statusName(status),
}));
