import { type FormEvent, useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { DecisionViewT } from '#shared/contract/views/record.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectRecords } from '../../state/records.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Picker } from '../../ui/picker.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDraft } from '../draft.ts';
import { useSubmit } from '../submit.ts';
import { localTime } from '../time/moment.tsx';
import { NO_TIME, spanChoices, spanEnd } from '../time/span.ts';
import {
  type DecisionFields,
  fieldsOf,
  optionsIn,
  readFields,
  writeFields,
} from './decision-fields.ts';
import styles from './decision-sheet.module.css';

export type DecisionSheetProps = {
  readonly incident: IncidentId;
  /** Null: a new one. */
  readonly decision: string | null;
  readonly onClose: () => void;
};

const BY_WHEN = [
  ...spanChoices([5, 10, 15, 20, 30, 60, 120, 240]),
  { key: NO_TIME, name: 'No time' },
];

/** A question, what was chosen and why; and what it should bring about by when. */
export function DecisionSheet({ incident, decision, onClose }: DecisionSheetProps) {
  const known = useDesk(selectRecords)?.decisions.find(({ id }) => id === decision) ?? null;
  const { fields, write, save, problem, isBusy } = useDecision(incident, known);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await save()) onClose();
  };
  const field = (name: keyof DecisionFields, label: string, about: string) => (
    <TextField
      label={label}
      placeholder={about}
      isMultiline={name !== 'question' && name !== 'choice'}
      value={fields[name]}
      onChange={(text) => write({ [name]: text })}
      problem={null}
      autoFocus={name === 'question'}
    />
  );
  return (
    <Sheet title={known === null ? 'Record decision' : 'Decision'} place="side" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => void submit(event)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(event);
        }}
        noValidate
      >
        {field('question', 'Question', 'What is to be decided?')}
        {field('options', 'Options', 'One a line')}
        {field('choice', 'Choice', 'What we do')}
        {field('reason', 'Reason', 'Why, with what is known now')}
        {field('expected', 'Expected effect', 'What should happen')}
        <Picker
          label="By when"
          choices={BY_WHEN}
          chosen={fields.by}
          unlisted={known?.expectedBy == null ? 'No time' : localTime(known.expectedBy)}
          onChoose={(by) => write({ by })}
        />
        {problem !== null && <Notice problem={problem} />}
        <div className={styles.end}>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" isDisabled={isBusy}>
            {known === null ? 'Record' : 'Save'}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

/** What is written of a decision is kept until it is saved. */
function useDecision(incident: IncidentId, known: DecisionViewT | null) {
  const { store, clock } = useDesktop();
  const [draft, setDraft] = useDraft(`decision ${incident} ${known?.id ?? 'new'}`);
  const [fields, setFields] = useState<DecisionFields>(() => readFields(draft) ?? fieldsOf(known));
  const { problem, isBusy, submit, forget } = useSubmit();
  const write = (part: Partial<DecisionFields>) => {
    const next = { ...fields, ...part };
    setFields(next);
    setDraft(writeFields(next));
    forget();
  };
  const save = async (): Promise<boolean> => {
    const { options, by, ...texts } = fields;
    const parts = { incident, ...texts, options: optionsIn(options) };
    // A time that was not touched stays as it is, and does not move with the clock.
    const timed = by === '' ? parts : { ...parts, expectedBy: spanEnd(by, clock.now()) };
    const { add, change } = store.getState();
    const saved = await submit<object>(() =>
      known === null
        ? add('decision.add', timed)
        : change('decision.edit', { ...timed, decision: known.id }),
    );
    if (saved !== null) setDraft('');
    return saved !== null;
  };
  return { fields, write, save, problem, isBusy };
}
