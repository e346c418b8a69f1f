import { type FormEvent, useEffect, useState } from 'react';
import { channelName } from '#shared/domain/channel-name.ts';
import { DEFAULT_SEVERITY } from '#shared/domain/severity.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectSettings } from '../../state/settings.ts';
import { selectSuggestedName } from '../../state/shell.ts';
import { Button } from '../../ui/button.tsx';
import { Picker } from '../../ui/picker.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Switch } from '../../ui/toggle.tsx';
import { useDraft } from '../draft.ts';
import { useSeverityChoices } from '../incident/choices.tsx';
import { chosenKey, chosenRef, peopleChoices } from '../people.tsx';
import { useSubmit } from '../submit.ts';
import styles from './declare-sheet.module.css';
import { NO_PAST, PastFields, pastOf } from './past.tsx';

export type DeclareSheetProps = { readonly onClose: () => void; readonly onDeclared: () => void };

/** One field; all else is filled in and can wait. */
export function DeclareSheet({ onClose, onDeclared }: DeclareSheetProps) {
  const { store } = useDesktop();
  const { me = null, people = [], slack = null } = useDesk(selectSettings) ?? {};
  const severities = useSeverityChoices();
  const [name, setName] = useDraft('declare');
  useSuggestedName(name, setName);
  /** Null while it is left as it came: then it is asked for later. */
  const [severity, setSeverity] = useState<string | null>(null);
  const usual = severities.some(({ key }) => key === DEFAULT_SEVERITY)
    ? DEFAULT_SEVERITY
    : (severities[0]?.key ?? DEFAULT_SEVERITY);
  const [isPrivate, setPrivate] = useState(false);
  /** Null while it is left as it came: the person at this desktop. */
  const [lead, setLead] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const [past, setPast] = useState(NO_PAST);
  const { problem, isBusy, submit } = useSubmit();

  const declare = async (event: FormEvent) => {
    event.preventDefault();
    const { declare, go } = store.getState();
    const retrospective = isOver ? pastOf(past) : null;
    const facts = {
      ...{ name, private: isPrivate },
      ...(severity === null ? {} : { severity }),
      ...(retrospective === null ? {} : { retrospective }),
    };
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
            choices={severities}
            chosen={severity ?? usual}
            onChoose={(key) => setSeverity(key)}
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
          <Switch isOn={isOver} onChange={setOver}>
            It is over already
          </Switch>
        </div>
        {isOver && <PastFields past={past} onChange={setPast} />}
        {slack !== null && (
          <p className={styles.channel}>
            {isPrivate ? 'Private channel' : 'Channel'}{' '}
            <bdi>#{channelName('inc-code', name).replace('inc-code', 'inc-…')}</bdi>
          </p>
        )}
        <div className={styles.end}>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button
            look="primary"
            type="submit"
            isDisabled={isBusy || (isOver && pastOf(past) === null)}
          >
            Declare
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

/** What a link suggests fills the field once. What somebody began to write is theirs, and stays. */
function useSuggestedName(name: string, setName: (name: string) => void): void {
  const { store } = useDesktop();
  const suggested = useDesk(selectSuggestedName);
  useEffect(() => {
    if (suggested === '') return;
    store.getState().forgetSuggestedName();
    if (name === '') setName(suggested);
  }, [suggested, name, setName, store]);
}
