import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { HypothesisViewT } from '#shared/contract/views/record.ts';
import type { HypothesisState } from '#shared/domain/hypothesis.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectRecords } from '../../state/records.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { InlineText } from '../../ui/inline-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Picker } from '../../ui/picker.tsx';
import { Section } from '../../ui/section.tsx';
import { type Change, useChange } from '../change.ts';
import { usePresses } from '../submit.ts';
import styles from './hypotheses.module.css';

const STATES: readonly { readonly key: HypothesisState; readonly name: string }[] = [
  { key: 'open', name: 'Open' },
  { key: 'confirmed', name: 'Confirmed' },
  { key: 'ruled-out', name: 'Ruled out' },
];
/** What holds comes first, what was ruled out last. */
const RANK = ['confirmed', 'open', 'ruled-out'];

/** What may be behind it, until it is confirmed or ruled out. */
export function Hypotheses({ incident }: { readonly incident: IncidentId }) {
  const { store } = useDesktop();
  const change = useChange();
  const hypotheses = useDesk(selectRecords)?.hypotheses ?? [];
  const { problem, submit } = usePresses();
  const [isAdding, setAdding] = useState(false);
  const open = hypotheses.filter(({ state }) => state === 'open').length;
  const sorted = [...hypotheses].sort((a, b) => RANK.indexOf(a.state) - RANK.indexOf(b.state));
  return (
    <Section
      title="Hypotheses"
      note={open === 0 ? null : `${open} open`}
      deed={
        <Button look="icon" label="Add hypothesis" onPress={() => setAdding(true)}>
          <Plus {...ICON} />
        </Button>
      }
    >
      {isAdding && (
        <InlineText
          label="New hypothesis"
          prompt="What may be behind it?"
          value=""
          isOpen
          onClose={() => setAdding(false)}
          onSave={async (text) => {
            const added = await store.getState().add('hypothesis.add', { incident, text });
            return added.ok ? null : added.error;
          }}
        />
      )}
      {sorted.length > 0 && (
        <ul aria-label="Hypotheses">
          {sorted.map((hypothesis) => (
            <Hypothesis
              key={hypothesis.id}
              incident={incident}
              hypothesis={hypothesis}
              change={change}
              onState={(state) =>
                void submit(() =>
                  store
                    .getState()
                    .change('hypothesis.edit', { incident, hypothesis: hypothesis.id, state }),
                )
              }
            />
          ))}
        </ul>
      )}
      {problem !== null && <Notice problem={problem} />}
    </Section>
  );
}

type HypothesisProps = {
  readonly incident: IncidentId;
  readonly hypothesis: HypothesisViewT;
  readonly change: Change;
  readonly onState: (state: HypothesisState) => void;
};

function Hypothesis({ incident, hypothesis, change, onState }: HypothesisProps) {
  const { id, text, state, evidence } = hypothesis;
  const edit = (patch: { text?: string; evidence?: string }) =>
    change('hypothesis.edit', { incident, hypothesis: id, ...patch });
  return (
    <li className={styles.hypothesis}>
      <InlineText
        label="Hypothesis"
        prompt="What may be behind it?"
        value={text}
        isFaint={state === 'ruled-out'}
        onSave={(next) => edit({ text: next })}
      />
      <span className={styles.state} data-state={state}>
        <Picker
          label="State of the hypothesis"
          look="value"
          choices={STATES}
          chosen={state}
          onChoose={(key) => onState(key as HypothesisState)}
        />
      </span>
      <div className={styles.evidence}>
        <InlineText
          label="Evidence"
          prompt="What speaks for or against it?"
          value={evidence}
          onSave={(next) => edit({ evidence: next })}
        />
      </div>
    </li>
  );
}
