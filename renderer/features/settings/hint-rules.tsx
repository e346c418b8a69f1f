import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { HintRuleViewT } from '#shared/contract/views/writing.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { Notice } from '../../ui/notice.tsx';
import { Switch } from '../../ui/toggle.tsx';
import { useSubmit } from '../submit.ts';
import { HintRuleForm } from './hint-rule-form.tsx';
import styles from './writing.module.css';

export type HintRulesProps = { readonly rules: readonly HintRuleViewT[] };

/** Words under which a post-mortem offers a better question, and the question. */
export function HintRules({ rules }: HintRulesProps) {
  const { store, newId } = useDesktop();
  const [open, setOpen] = useState<HintRuleViewT | null>(null);
  const { problem, submit } = useSubmit();
  const reset = (rule: string | null) =>
    submit(() => store.getState().change('hint-rule.reset', { rule }));
  const isAsItComes = rules.every(({ isBuiltIn, isChanged }) => isBuiltIn && !isChanged);
  const isNew = open !== null && !rules.some(({ id }) => id === open.id);
  const add = () => setOpen({ ...NEW_RULE, id: newId() });
  return (
    <>
      <p>
        Words that blame or end the asking get a quiet line and a better question in the
        post-mortem. Nothing is blocked.
      </p>
      <ul aria-label="Rules of blameless writing" className={styles.list}>
        {rules.map((rule) => (
          <HintRuleItem
            key={rule.id}
            rule={rule}
            isOpen={open?.id === rule.id}
            onOpen={(isOpen) => setOpen(isOpen ? rule : null)}
            onTurn={(isOn) => {
              const { id, phrases, offer } = rule;
              const asked = { rule: id, phrases, offer, isOn };
              void submit(() => store.getState().change('hint-rule.save', asked));
            }}
            onReset={() => void reset(rule.id)}
          />
        ))}
      </ul>
      {isNew && open !== null && (
        <HintRuleForm key={open.id} rule={open} onDone={() => setOpen(null)} />
      )}
      {problem !== null && <Notice problem={problem} />}
      <div className={styles.row}>
        {!isNew && (
          <Button onPress={add}>
            <Plus {...ICON} /> Add rule
          </Button>
        )}
        {!isAsItComes && (
          <Button look="quiet" onPress={() => void reset(null)}>
            Reset all rules
          </Button>
        )}
      </div>
    </>
  );
}

const NEW_RULE: Omit<HintRuleViewT, 'id'> = {
  phrases: [],
  offer: '',
  isOn: true,
  isBuiltIn: false,
  isChanged: false,
};

type HintRuleItemProps = {
  readonly rule: HintRuleViewT;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onTurn: (isOn: boolean) => void;
  readonly onReset: () => void;
};

function HintRuleItem({ rule, isOpen, onOpen, onTurn, onReset }: HintRuleItemProps) {
  const { phrases, offer, isOn, isBuiltIn, isChanged } = rule;
  const said = phrases.join(', ');
  const name = phrases[0] ?? '';
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <div className={styles.rule}>
          <Switch isOn={isOn} onChange={onTurn}>
            <bdi className={isOn ? undefined : styles.off}>{said}</bdi>
          </Switch>
          <bdi className={styles.offer}>{offer}</bdi>
        </div>
        <div className={styles.deeds}>
          <Button
            look="quiet"
            label={`Edit rule ${name}`}
            isExpanded={isOpen}
            onPress={() => onOpen(!isOpen)}
          >
            Edit
          </Button>
          {(isChanged || !isBuiltIn) && (
            <Button
              look="quiet"
              label={`${isBuiltIn ? 'Reset' : 'Remove'} rule ${name}`}
              onPress={onReset}
            >
              {isBuiltIn ? 'Reset' : 'Remove'}
            </Button>
          )}
        </div>
      </div>
      {isOpen && <HintRuleForm rule={rule} onDone={() => onOpen(false)} />}
    </li>
  );
}
