import { type FormEvent, useState } from 'react';
import type { CommandInput } from '#shared/contract/commands.ts';
import type { SettingsViewT } from '#shared/contract/views.ts';
import { severityName } from '#shared/domain/severity.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Switch } from '../../ui/toggle.tsx';
import { useSubmit } from '../submit.ts';
import styles from './settings.module.css';

type Cadence = SettingsViewT['cadences'][number];
type Rhythm = NonNullable<CommandInput<'cadence.choose'>['internal']>;
type Audience = 'internal' | 'external';

/** Minutes that a clock begins with when it is switched on. */
const USUAL: Rhythm = { first: 30, scope: null, every: 30 };
const NAMES = { internal: 'Team', external: 'Customers' } as const;

/** How often whom to tell, a severity each. */
export function Cadences({ cadences }: { readonly cadences: readonly Cadence[] }) {
  return (
    <>
      <p>Minutes from the declaration to the first update, and between any two after it.</p>
      {cadences.map((cadence) => (
        <CadenceForm key={JSON.stringify(cadence)} cadence={cadence} />
      ))}
    </>
  );
}

function CadenceForm({ cadence }: { readonly cadence: Cadence }) {
  const { store } = useDesktop();
  const [chosen, setChosen] = useState(cadence);
  const { problem, submit, isBusy } = useSubmit();
  const { severity, internal, external } = chosen;
  const save = (event: FormEvent) => {
    event.preventDefault();
    void submit(() => store.getState().change('cadence.choose', { severity, internal, external }));
  };
  const name = severityName(severity);
  const isSame = JSON.stringify(chosen) === JSON.stringify(cadence);
  return (
    <form className={styles.cadence} onSubmit={save} aria-label={`Cadence of ${name}`} noValidate>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      {(['internal', 'external'] as const).map((audience) => (
        <RhythmFields
          key={audience}
          audience={audience}
          rhythm={chosen[audience]}
          onChange={(rhythm) => setChosen({ ...chosen, [audience]: rhythm })}
        />
      ))}
      {problem !== null && <Notice problem={problem} />}
      {!isSame && (
        <div>
          <Button type="submit" isDisabled={isBusy}>
            Save
          </Button>
        </div>
      )}
    </form>
  );
}

type RhythmFieldsProps = {
  readonly audience: Audience;
  readonly rhythm: Rhythm | null;
  readonly onChange: (rhythm: Rhythm | null) => void;
};

function RhythmFields({ audience, rhythm, onChange }: RhythmFieldsProps) {
  const minutes = (part: 'first' | 'every', label: string) =>
    rhythm !== null && (
      <label className={styles.minutes}>
        {label}
        <input
          type="number"
          min={1}
          value={rhythm[part]}
          onChange={(event) => onChange({ ...rhythm, [part]: event.target.valueAsNumber || 0 })}
        />
      </label>
    );
  return (
    <div className={styles.rhythm}>
      <Switch isOn={rhythm !== null} onChange={(isOn) => onChange(isOn ? USUAL : null)}>
        {NAMES[audience]}
      </Switch>
      {minutes('first', 'First after')}
      {minutes('every', 'Then every')}
    </div>
  );
}
