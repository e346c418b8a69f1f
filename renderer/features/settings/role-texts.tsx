import { type FormEvent, useState } from 'react';
import type { CommandInput } from '#shared/contract/commands.ts';
import type { SettingsViewT } from '#shared/contract/views.ts';
import { LEAD, roleName } from '#shared/domain/role.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import styles from './settings.module.css';

type RoleText = SettingsViewT['roles'][number];

/** What the roles are called here, and what whoever takes one on is told. */
export function RoleTexts({ roles }: { readonly roles: readonly RoleText[] }) {
  return (
    <>
      <p>Whoever takes a role on reads its duty. Leave a text empty to have it as it comes.</p>
      {roles.map((text) => (
        <RoleForm key={JSON.stringify(text)} text={text} />
      ))}
    </>
  );
}

function RoleForm({ text }: { readonly text: RoleText }) {
  const { store } = useDesktop();
  const [name, setName] = useState(text.name);
  const [duty, setDuty] = useState(text.duty);
  const { problem, submit, isBusy } = useSubmit();
  const usual = roleName(text.role);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const role = text.role as CommandInput<'desktop.set-role'>['role'];
    void submit(() => store.getState().change('desktop.set-role', { role, name, duty }));
  };
  return (
    <form className={styles.role} onSubmit={save} aria-label={`Role ${usual}`} noValidate>
      {text.role === LEAD ? (
        <h3>{usual}</h3>
      ) : (
        <TextField label={`Name of ${usual}`} value={name} onChange={setName} problem={null} />
      )}
      <TextField
        label={`Duty of ${usual}`}
        isMultiline
        value={duty}
        onChange={setDuty}
        problem={problem}
      />
      {(name !== text.name || duty !== text.duty) && (
        <div>
          <Button type="submit" isDisabled={isBusy}>
            Save
          </Button>
        </div>
      )}
    </form>
  );
}
