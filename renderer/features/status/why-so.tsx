import type { CommandInput } from '#shared/contract/commands.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { statusName } from '#shared/domain/status.ts';
import { InlineText } from '../../ui/inline-text.tsx';
import { Section } from '../../ui/section.tsx';
import { useChange } from '../change.ts';
import styles from './status.module.css';

/** Why an incident has the status it has. */
export function WhySo({ incident }: { readonly incident: IncidentViewT }) {
  const change = useChange();
  const { id, status, statusReason } = incident;
  return (
    <Section title={statusName(status)}>
      <div className={styles.reason}>
        <InlineText
          label="Reason"
          prompt={`Why is it ${statusName(status).toLowerCase()}?`}
          value={statusReason}
          onSave={(reason) =>
            change('incident.set-status', { incident: id, status: status as Status, reason })
          }
        />
      </div>
    </Section>
  );
}

type Status = CommandInput<'incident.set-status'>['status'];
