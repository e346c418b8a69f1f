import { type FormEvent, useState } from 'react';
import type { HintRuleViewT } from '#shared/contract/views/writing.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import styles from './writing.module.css';

export type HintRuleFormProps = {
  readonly rule: HintRuleViewT;
  readonly onDone: () => void;
};

/** The phrases of a rule, a line each, and what is offered under them. */
export function HintRuleForm({ rule: { id, phrases, offer, isOn }, onDone }: HintRuleFormProps) {
  const { store } = useDesktop();
  const [typed, setTyped] = useState(phrases.join('\n'));
  const [offered, setOffered] = useState(offer);
  const { problem, isBusy, submit } = useSubmit();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const lines = typed.split('\n').filter((line) => line.trim() !== '');
    const asked = { rule: id, phrases: lines, offer: offered, isOn };
    const saved = await submit(() => store.getState().change('hint-rule.save', asked));
    if (saved !== null) onDone();
  };
  const isOfOffer = offered.trim() === '' && typed.trim() !== '';
  return (
    <form
      className={styles.form}
      aria-label={phrases.length === 0 ? 'New rule' : `Rule ${phrases[0]}`}
      onSubmit={(event) => void save(event)}
      noValidate
    >
      <TextField
        label="Phrases, one a line"
        isMultiline
        autoFocus
        value={typed}
        onChange={setTyped}
        problem={isOfOffer ? null : problem}
      />
      <TextField
        label="Ask instead"
        value={offered}
        onChange={setOffered}
        problem={isOfOffer ? problem : null}
      />
      <dl className={styles.legend}>
        <dt>careless*</dt>
        <dd>Also words that begin so</dd>
        <dt>X forgot</dt>
        <dd>X stands for any word</dd>
        <dt>NAME broke</dt>
        <dd>NAME stands for a person of the incident</dd>
      </dl>
      <div className={styles.row}>
        <Button type="submit" look="primary" isDisabled={isBusy}>
          Save
        </Button>
        <Button look="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
