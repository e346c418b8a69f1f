import { Check } from 'lucide-react';
import { selectDesk } from '../../state/desk.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import type { Taking } from '../../state/state.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { Notice } from '../../ui/notice.tsx';
import { broughtWords } from './brought-words.ts';
import styles from './bundle.module.css';

export type TakingRowProps = {
  readonly taking: Taking;
  /** Called when what it brought is on screen. */
  readonly onOpened: () => void;
};

/** One incident file: how far it is, what it brought, or why it was refused. */
export function TakingRow({ taking, onOpened }: TakingRowProps) {
  const { name, size, sent, imported, problem } = taking;
  return (
    <li className={styles.taking}>
      <p className={styles.file}>
        <bdi>{name}</bdi>
      </p>
      {problem !== null ? (
        <Notice problem={problem} />
      ) : imported !== null ? (
        <Brought imported={imported} onOpened={onOpened} />
      ) : (
        <progress
          className={styles.progress}
          aria-label={`Opening ${name}`}
          max={Math.max(1, size)}
          value={sent}
        />
      )}
    </li>
  );
}

type BroughtProps = Pick<TakingRowProps, 'onOpened'> & {
  readonly imported: NonNullable<Taking['imported']>;
};

function Brought({ imported, onOpened }: BroughtProps) {
  const { store } = useDesktop();
  const desk = useDesk(selectDesk);
  const { incident, code } = imported;
  const rows = desk === null ? [] : [...desk.active, ...desk.after, ...desk.recent];
  const name = rows.find(({ id }) => id === incident)?.name ?? '';
  const open = () => {
    store.getState().go({ page: 'incident', incident });
    onOpened();
  };
  return (
    <div className={styles.brought}>
      <Check {...ICON} className={styles.done} />
      <p className={styles.words}>
        <bdi className={styles.name}>{`${code} ${name}`.trim()}</bdi>
        <span>{broughtWords(imported)}</span>
      </p>
      <Button label={`Open ${code}`} onPress={open}>
        Open
      </Button>
    </div>
  );
}
