import { Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { SettingsViewT } from '#shared/contract/views.ts';
import { SEVERITIES_MAX } from '#shared/domain/severity.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { Notice } from '../../ui/notice.tsx';
import { SeverityGlyph } from '../../ui/severity-glyph.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import styles from './settings.module.css';

type Severities = SettingsViewT['severities'];

/** Which severities can be chosen here, mildest first. Incidents keep those that are taken out. */
export function SeverityNames({ severities }: { readonly severities: Severities }) {
  const { store } = useDesktop();
  const [typed, setTyped] = useState('');
  const { problem, submit } = useSubmit();
  const keys = severities.map(({ key }) => key);
  const choose = (next: readonly string[]) =>
    submit(() => store.getState().change('severities.choose', { severities: [...next] }));
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if ((await choose([...keys, typed])) !== null) setTyped('');
  };
  return (
    <>
      <p>Mildest first. Three do for most; with more than five nobody knows which is which.</p>
      <ul aria-label="Severities" className={styles.items}>
        {severities.map(({ key, name }) => (
          <li key={key}>
            <SeverityGlyph severity={key} isNamed />
            <bdi>{name}</bdi>
            {severities.length > 1 && (
              <Button
                look="icon"
                label={`Take out ${name}`}
                onPress={() => void choose(keys.filter((other) => other !== key))}
              >
                <X {...ICON} size={12} />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {severities.length < SEVERITIES_MAX ? (
        <form className={styles.form} onSubmit={(event) => void add(event)} noValidate>
          <TextField label="New severity" value={typed} onChange={setTyped} problem={problem} />
          <Button type="submit">
            <Plus {...ICON} /> Add
          </Button>
          <p className={styles.hint}>The new one is the most severe.</p>
        </form>
      ) : (
        problem !== null && <Notice problem={problem} />
      )}
    </>
  );
}
