import { type FormEvent, useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { selectDesk } from '../../state/desk.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Picker } from '../../ui/picker.tsx';
import { SeverityGlyph } from '../../ui/severity-glyph.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useSubmit } from '../submit.ts';
import styles from './sheets.module.css';

export type OtherSheetProps = {
  readonly incident: IncidentViewT;
  readonly as: 'merge' | 'relate';
  readonly onClose: () => void;
};

const WORDS = {
  merge: {
    title: 'Merge into another incident',
    about: 'This one ends, and what it holds is read from the other. It can be undone.',
    deed: 'Merge',
    told: 'Merged',
  },
  relate: {
    title: 'Relate to another incident',
    about: 'Each of the two shows the other.',
    deed: 'Relate',
    told: 'Related',
  },
} as const;

/** Chooses the other incident of two. */
export function OtherSheet({ incident: { id }, as, onClose }: OtherSheetProps) {
  const { store } = useDesktop();
  const desk = useDesk(selectDesk);
  const { problem, submit, isBusy } = useSubmit();
  const rows = desk === null ? [] : [...desk.active, ...desk.after, ...desk.recent];
  const others = rows.filter(
    (row) => row.id !== id && (as === 'relate' || row.status !== 'merged'),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const other = chosen ?? others[0]?.id ?? null;
  const { title, about, deed, told } = WORDS[as];

  const join = async (event: FormEvent) => {
    event.preventDefault();
    if (other === null) return;
    const { perform, change } = store.getState();
    const into = other as IncidentId;
    const relate = (related: boolean) =>
      change('incident.relate', { incident: id, other: into, related });
    const done = await submit(() =>
      perform(
        as === 'merge'
          ? {
              words: told,
              run: () => change('incident.merge', { incident: id, into }),
              undo: () => change('incident.unmerge', { incident: id }),
            }
          : { words: told, run: () => relate(true), undo: () => relate(false) },
      ),
    );
    if (done !== null) onClose();
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void join(event)}>
        <p className={styles.about}>
          {others.length === 0 ? 'There is no other incident.' : about}
        </p>
        {other !== null && (
          <Picker
            label="Other incident"
            choices={others.map((row) => ({
              key: row.id,
              name: `${row.code} ${row.name}`,
              mark: <SeverityGlyph severity={row.severity} isNamed />,
            }))}
            chosen={other}
            onChoose={setChosen}
          />
        )}
        {problem !== null && <Notice problem={problem} />}
        <div className={styles.end}>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" isDisabled={isBusy || other === null}>
            {deed}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
