import type { IncidentId } from '#shared/base/ids.ts';
import type { RoleViewT } from '#shared/contract/views/record.ts';
import { LEAD } from '#shared/domain/role.ts';
import { useDesk } from '../../state/desktop.tsx';
import { selectRoleTexts } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { useDraft } from '../draft.ts';
import styles from './roles.module.css';

/** Where it is kept that somebody has read what their role is there for. */
export const dutyKey = (incident: IncidentId, role: string, person: string) =>
  `duty ${incident} ${role} ${person}`;

export type DutyProps = {
  readonly incident: IncidentId;
  readonly role: RoleViewT;
  readonly person: string;
};

const READ = 'read';

/** What the role is there for, until whoever took it on has read it. */
export function Duty({ incident, role, person }: DutyProps) {
  const [state, setState] = useDraft(dutyKey(incident, role.role, person));
  const texts = useDesk(selectRoleTexts);
  const duty = texts.find((text) => text.role === role.role)?.duty ?? '';
  if (duty === '' || state === READ) return null;
  const head = role.role === LEAD ? 'You are leading now.' : `You are ${role.name} now.`;
  return (
    <div className={styles.duty} role="note">
      <p>
        <strong>{head}</strong> {duty}
      </p>
      <Button look="quiet" onPress={() => setState(READ)}>
        Got it
      </Button>
    </div>
  );
}
