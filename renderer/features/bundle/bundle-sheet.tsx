import { FileInput } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { selectTakings } from '../../state/bundle.ts';
import { useDesk, useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './bundle.module.css';
import { TakingRow } from './taking-row.tsx';

/** Takes in what a colleague exported while Slack was away: chosen here, or dropped on the window. */
export function BundleSheet({ onClose }: { readonly onClose: () => void }) {
  const { store, givenFile } = useDesktop();
  const takings = useDesk(selectTakings);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => () => store.getState().forgetTaken(), [store]);
  const take = (files: readonly File[]) => {
    // The same file can be chosen once more.
    if (field.current !== null) field.current.value = '';
    void store.getState().takeBundles(files.map(givenFile));
  };
  return (
    <Sheet title="Open an incident file" onClose={onClose}>
      <div className={styles.sheet}>
        <p className={styles.about}>
          A colleague exported it while Slack was away. What it holds is merged with what is here;
          nothing that is here is lost.
        </p>
        <input
          ref={field}
          type="file"
          accept=".quarterdeck"
          multiple
          hidden
          aria-label="Incident file"
          onChange={(event) => take([...(event.target.files ?? [])])}
        />
        <div className={styles.place}>
          <Button autoFocus onPress={() => field.current?.click()}>
            <FileInput {...ICON} />
            Choose a file
          </Button>
          <span>or drop it on the window</span>
        </div>
        <ul aria-label="Incident files" aria-live="polite" className={styles.list}>
          {takings.map((taking) => (
            <TakingRow key={taking.id} taking={taking} onOpened={onClose} />
          ))}
        </ul>
        <div className={styles.end}>
          <Button look={takings.length === 0 ? 'quiet' : 'primary'} onPress={onClose}>
            {takings.length === 0 ? 'Cancel' : 'Done'}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
