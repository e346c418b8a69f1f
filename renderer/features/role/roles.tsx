import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RoleViewT } from '#shared/contract/views/record.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { LEAD, roleName } from '#shared/domain/role.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectMyRef, selectRoleTexts } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { InlineText } from '../../ui/inline-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PickButton } from '../../ui/pick-button.tsx';
import { Section } from '../../ui/section.tsx';
import { peopleChoices } from '../people.tsx';
import { usePresses } from '../submit.ts';
import { RoleRow } from './role-row.tsx';
import styles from './roles.module.css';

const OWN = 'own';

/** Who does what for the incident, in one list. */
export function Roles({ incident }: { readonly incident: IncidentViewT }) {
  const { store } = useDesktop();
  const me = useDesk(selectMyRef);
  const { problem, submit } = usePresses();
  const [isNaming, setNaming] = useState(false);
  /** Roles somebody asked for and nobody has yet: nothing to tell anybody. */
  const [asked, setAsked] = useState<readonly string[]>([]);
  const { id, roles, people } = incident;
  const choices = useMemo(() => peopleChoices(people, me), [people, me]);
  const known = useDesk(selectRoleTexts).map(({ role, name }) => ({ key: role, name }));
  const rows = shownRoles(roles, asked, known);
  const missing = known.filter(({ key }) => !rows.some((one) => one.role === key));
  const drop = (role: string) => setAsked((now) => now.filter((one) => one !== role));

  const assign = async (role: string, person: string | null) => {
    const { change } = store.getState();
    const given = await submit(() => change('role.assign', { incident: id, role, person }));
    if (given === null || !asked.includes(role)) return;
    // It may have been there before and been taken away.
    await submit(() => change('role.edit', { incident: id, role, deleted: false }));
    drop(role);
  };
  const remove = (role: string) => {
    if (asked.includes(role)) return drop(role);
    const removed = { incident: id, role, deleted: true };
    void submit(() => store.getState().change('role.edit', removed));
  };
  return (
    <Section
      title="Roles"
      deed={
        <>
          {incident.endedAt === null && (
            <Button
              look="quiet"
              hint="H"
              onPress={() => store.getState().showSheet({ kind: 'hand-over' })}
            >
              Hand over
            </Button>
          )}
          <PickButton
            label="Add role"
            look="icon"
            choices={[...missing, { key: OWN, name: 'Another role…' }]}
            chosen={null}
            onChoose={(key) => (key === OWN ? setNaming(true) : setAsked([...asked, key]))}
          >
            <Plus {...ICON} />
          </PickButton>
        </>
      }
    >
      <ul aria-label="Roles" className={styles.roles}>
        {rows.map((role) => (
          <RoleRow
            key={role.role}
            incident={id}
            role={role}
            choices={choices}
            isMine={role.person !== null && role.person.ref === me}
            onAssign={(person) => void assign(role.role, person)}
            onRemove={role.role === LEAD ? null : () => remove(role.role)}
          />
        ))}
      </ul>
      {isNaming && (
        <InlineText
          label="Name of the role"
          prompt="Name the role"
          value=""
          isMultiline={false}
          isOpen
          onClose={() => setNaming(false)}
          onSave={async (name) => {
            const added = await store.getState().add('role.add', { incident: id, name });
            return added.ok ? null : added.error;
          }}
        />
      )}
      {problem !== null && <Notice problem={problem} />}
    </Section>
  );
}

/** Those of the incident, then those that were asked for. */
function shownRoles(
  roles: readonly RoleViewT[],
  asked: readonly string[],
  known: readonly { readonly key: string; readonly name: string }[],
): readonly RoleViewT[] {
  const nameOf = (role: string) => known.find(({ key }) => key === role)?.name ?? roleName(role);
  const pending = asked.filter((role) => !roles.some((one) => one.role === role));
  return [...roles, ...pending.map((role) => ({ role, name: nameOf(role), person: null }))];
}
