import { UserPlus, UserRoundPen, X } from 'lucide-react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { RoleViewT } from '#shared/contract/views/record.ts';
import { LEAD } from '#shared/domain/role.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { PersonDisc } from '../../ui/person.tsx';
import { PickButton } from '../../ui/pick-button.tsx';
import type { Choice } from '../../ui/picker.tsx';
import { chosenKey, chosenRef } from '../people.tsx';
import { Duty } from './duty.tsx';
import styles from './roles.module.css';

export type RoleRowProps = {
  readonly incident: IncidentId;
  readonly role: RoleViewT;
  readonly choices: readonly Choice[];
  /** I hold it. */
  readonly isMine: boolean;
  readonly onAssign: (person: string | null) => void;
  /** Null for a role that every incident has. */
  readonly onRemove: (() => void) | null;
};

export function RoleRow(props: RoleRowProps) {
  const { role, choices, isMine, onRemove } = props;
  const { person } = role;
  const isUnled = role.role === LEAD && person === null;
  return (
    <li className={styles.role}>
      <span className={styles.name}>
        <bdi>{role.name}</bdi>
      </span>
      {!isUnled && (
        <span className={styles.person} data-empty={person === null}>
          {person !== null && <PersonDisc name={person.name} />}
          <bdi>{person?.name ?? 'Nobody'}</bdi>
        </span>
      )}
      <span className={styles.deeds}>
        <PickButton
          label={`Assign ${role.role === LEAD ? 'lead' : role.name}`}
          look={isUnled ? 'plain' : 'icon'}
          choices={choices}
          chosen={chosenKey(person)}
          onChoose={(key) => props.onAssign(chosenRef(key))}
        >
          {isUnled ? (
            <>
              <UserPlus {...ICON} /> Assign lead
            </>
          ) : (
            <UserRoundPen {...ICON} />
          )}
        </PickButton>
        {onRemove !== null && person === null && (
          <Button look="icon" label={`Remove ${role.name}`} onPress={onRemove}>
            <X {...ICON} />
          </Button>
        )}
      </span>
      {isMine && person !== null && (
        <Duty key={person.ref} incident={props.incident} role={role} person={person.ref} />
      )}
    </li>
  );
}
