import { type FormEvent, useEffect, useState } from 'react';
import type { HandoverBriefViewT } from '#shared/contract/views/record.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { LEAD } from '#shared/domain/role.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { selectMyRef } from '../../state/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PersonDisc } from '../../ui/person.tsx';
import { Picker } from '../../ui/picker.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDraft } from '../draft.ts';
import { useSubmit } from '../submit.ts';
import { readersZone } from '../time/zone.ts';
import { Brief } from './brief.tsx';
import styles from './handover.module.css';

export type HandoverSheetProps = {
  readonly incident: IncidentViewT;
  readonly onClose: () => void;
};

/** Offers the lead to somebody, with a brief that nobody has to write at the end of a long night. */
export function HandoverSheet({ incident, onClose }: HandoverSheetProps) {
  const { store } = useDesktop();
  const me = useDesk(selectMyRef);
  const { id, lead, people } = incident;
  const [to, setTo] = useState('');
  const [worry, setWorry] = useDraft(`worry ${id}`);
  const brief = useBrief(incident);
  const { problem, isBusy, submit } = useSubmit();
  const receivers = people
    .filter(({ ref }) => ref !== lead?.ref)
    .map(({ ref, name }) => ({
      key: ref,
      name: ref === me ? `${name} (me)` : name,
      mark: <PersonDisc name={name} />,
    }));
  const offer = async (event: FormEvent) => {
    event.preventDefault();
    const { ask, add } = store.getState();
    const offered = await submit(async () => {
      const made = await ask('handover-brief', { incident: id, worry, zone: readersZone() });
      if (!made.ok) return made;
      return add('handover.offer', { incident: id, role: LEAD, to, brief: made.value.text });
    });
    if (offered === null) return;
    setWorry('');
    onClose();
  };
  return (
    <Sheet title="Hand over" place="side" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => void offer(event)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && to !== '') {
            void offer(event);
          }
        }}
        noValidate
      >
        {receivers.length === 0 ? (
          <p className={styles.nobody}>
            Nobody else is known here yet. People are known once they take part, or once Slack is
            connected.
          </p>
        ) : (
          <Picker
            label="Hand over the lead to"
            choices={receivers}
            chosen={to}
            unlisted="Choose a person"
            isPrompt={to === ''}
            onChoose={setTo}
          />
        )}
        <TextField
          label="What worries you?"
          placeholder="What nobody wrote down"
          isMultiline
          autoFocus
          value={worry}
          onChange={setWorry}
          problem={null}
        />
        {brief !== null && <Brief sections={brief.sections} />}
        {problem !== null && <Notice problem={problem} />}
        <div className={styles.end}>
          <p className={styles.hint}>You lead until it is confirmed.</p>
          <Button look="primary" type="submit" isDisabled={isBusy || to === ''}>
            Offer the lead
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

/** The brief as it would be now; made anew whenever the incident changes. */
function useBrief(incident: IncidentViewT): HandoverBriefViewT | null {
  const { store } = useDesktop();
  const [brief, setBrief] = useState<HandoverBriefViewT | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const question = { incident: incident.id, zone: readersZone() };
    void store
      .getState()
      .ask('handover-brief', question)
      .then((made) => {
        if (isCurrent && made.ok) setBrief(made.value);
      });
    return () => {
      isCurrent = false;
    };
  }, [store, incident]);
  return brief;
}
