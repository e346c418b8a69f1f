import { type FormEvent, useState } from 'react';
import { DEFAULT_SEVERITY, type Severity } from '#shared/domain/severity.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectSettings } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Picker } from '../../ui/picker.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Switch } from '../../ui/toggle.tsx';
import { useDraft } from '../draft.ts';
import { SEVERITY_CHOICES } from '../incident/choices.tsx';
import { chosenKey, chosenRef, peopleChoices } from '../people.tsx';
import { useSubmit } from '../submit.ts';
import styles from './declare-sheet.module.css';

export type DeclareSheetProps = { readonly onClose: () => void; readonly onDeclared: () => void };

/** One field; all else is filled in and can wait. */
export function DeclareSheet({ onClose, onDeclared }: DeclareSheetProps) {
  const { store } = useDesktop();
  const { me = null, people = [] } = useDesk(selectSettings) ?? {};
  const [name, setName] = useDraft('declare');
  const [severity, setSeverity] = useState<Severity>(DEFAULT_SEVERITY);
  const [isPrivate, setPrivate] = useState(false);
  /** Null while it is left as it came: the person at this desktop. */
  const [lead, setLead] = useState<string | null>(null);
  const { problem, isBusy, submit } = useSubmit();

  const declare = async (event: FormEvent) => {
    event.preventDefault();
    const { declare, go } = store.getState();
    const facts = { name, severity, private: isPrivate };
    const asked = lead === null ? facts : { ...facts, lead: chosenRef(lead) };
    const declared = await submit(() => declare(asked));
    if (declared === null) return;
    setName('');
    go({ page: 'incident', incident: declared.incident });
    onDeclared();
  };

  return (
    <Sheet title="Declare an incident" onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void declare(event)} noValidate>
        <TextField
          label="What's happening?"
          value={name}
          onChange={setName}
          problem={problem}
          isLarge
          autoFocus
        />
        <div className={styles.facts}>
          <Picker
            label="Severity"
            choices={SEVERITY_CHOICES}
            chosen={severity}
            onChoose={(key) => setSeverity(key as Severity)}
          />
          <Picker
            label="Lead"
            choices={peopleChoices(people, me?.ref ?? null)}
            chosen={lead ?? chosenKey(me)}
            onChoose={setLead}
          />
          <Switch isOn={isPrivate} onChange={setPrivate}>
            Private
          </Switch>
        </div>
        <div className={styles.end}>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" isDisabled={isBusy}>
            Declare
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
