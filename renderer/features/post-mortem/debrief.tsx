import { useEffect, useState } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { utf8ToBase64 } from '../../state/post-mortem/base64.ts';
import type { PostMortemView } from '../../state/post-mortem/follow.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Picker } from '../../ui/picker.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Checkbox } from '../../ui/toggle.tsx';
import { useSubmit } from '../submit.ts';
import { fromLocalField, toLocalField } from '../time/local-field.ts';
import { readersZone } from '../time/zone.ts';
import styles from './debrief.module.css';
import { morningOf, peopleToAsk } from './debrief-shape.ts';

export type DebriefProps = {
  readonly incident: IncidentViewT;
  readonly view: Pick<PostMortemView, 'owner' | 'reviewAt'>;
  readonly onChanged: () => void;
  readonly onClose: () => void;
};

const LENGTHS = [15, 30, 45, 60, 90].map((minutes) => ({
  key: String(minutes),
  name: `${minutes} min`,
}));

/** When people meet over it, how long and who; as a file that every calendar opens. */
export function DebriefSheet(props: DebriefProps) {
  const { incident, view, onClose } = props;
  const people = peopleToAsk(incident, view.owner);
  const [when, setWhen] = useWhen(props);
  const [minutes, setMinutes] = useState('30');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const asked = people.map(({ ref }) => ref).filter((ref) => !left.has(ref));
  const { problem, isBusy, setDate, invite } = useDebrief(props);
  const at = fromLocalField(when);
  const choose = (ref: string, isAsked: boolean) => {
    const next = new Set(left);
    if (isAsked) next.delete(ref);
    else next.add(ref);
    setLeft(next);
  };
  return (
    <Sheet title="Debrief" onClose={onClose}>
      <div className={styles.form}>
        <div className={styles.row}>
          <label className={styles.when}>
            When
            <input
              type="datetime-local"
              // biome-ignore lint/a11y/noAutofocus: opened by the person who is about to set it
              autoFocus
              value={when}
              onChange={(event) => setWhen(event.target.value)}
            />
          </label>
          <Picker label="Length" choices={LENGTHS} chosen={minutes} onChoose={setMinutes} />
        </div>
        <p className={styles.about}>
          Send the draft round a day before, so that people come prepared.
        </p>
        {people.length > 0 && (
          <fieldset className={styles.people}>
            <legend>People</legend>
            {people.map(({ ref, name }) => (
              <Checkbox key={ref} isOn={!left.has(ref)} onChange={(isOn) => choose(ref, isOn)}>
                <bdi>{name}</bdi>
              </Checkbox>
            ))}
          </fieldset>
        )}
        {problem !== null && <Notice problem={problem} />}
        <div className={styles.end}>
          {view.reviewAt !== null && (
            <Button look="quiet" isDisabled={isBusy} onPress={() => void setDate(null)}>
              Remove date
            </Button>
          )}
          <Button isDisabled={isBusy || at === null} onPress={() => void setDate(at)}>
            Set date only
          </Button>
          <Button
            look="primary"
            isDisabled={isBusy || at === null}
            onPress={() => void invite(at, Number(minutes), asked)}
          >
            Save invitation
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** The field begins with the date that was set, else with the one that is due by the severity. */
function useWhen({ incident, view: { reviewAt } }: DebriefProps) {
  const { store, clock } = useDesktop();
  const [when, setWhen] = useState(reviewAt === null ? '' : toLocalField(reviewAt));
  useEffect(() => {
    if (reviewAt !== null) return;
    void store
      .getState()
      .ask('after-list', { incident: incident.id, zone: readersZone() })
      .then((answer) => {
        const by = answer.ok ? (answer.value.proposed?.by ?? null) : null;
        setWhen((typed) => (typed === '' ? toLocalField(morningOf(by, clock.now())) : typed));
      });
  }, [store, clock, incident.id, reviewAt]);
  return [when, setWhen] as const;
}

function useDebrief({ incident: { id }, onChanged, onClose }: DebriefProps) {
  const { store, saveFile } = useDesktop();
  const { problem, isBusy, submit } = useSubmit();
  const set = async (reviewAt: number | null) => {
    const asked = { incident: id, reviewAt };
    const done = await submit(() => store.getState().change('post-mortem.change', asked));
    if (done !== null) onChanged();
    return done !== null;
  };
  return {
    problem,
    isBusy,
    setDate: async (at: number | null) => {
      if (await set(at)) onClose();
    },
    invite: async (at: number | null, minutes: number, people: readonly string[]) => {
      if (at === null || !(await set(at))) return;
      const asked = { incident: id, minutes, people: [...people] };
      const file = await submit(() => store.getState().ask('post-mortem-invitation', asked));
      if (file === null) return;
      saveFile(file.name, [utf8ToBase64(file.text)]);
      onClose();
    },
  };
}
