import { useEffect, useState } from 'react';
import type { QueryOutput } from '#shared/contract/queries.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { toBase64 } from '../../state/post-mortem/base64.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useSubmit } from '../submit.ts';
import styles from './diagnostics.module.css';

/** The file as it will be saved, letter by letter, to be read before. */
export function DiagnosticsFile({ onClose }: { readonly onClose: () => void }) {
  const { store, saveFile, clipboard } = useDesktop();
  const [file, setFile] = useState<QueryOutput<'diagnostics-file'> | null>(null);
  const [said, setSaid] = useState('');
  const { problem, submit } = useSubmit();
  useEffect(() => {
    void submit(() => store.getState().ask('diagnostics-file', {})).then(setFile);
  }, [submit, store]);
  const save = (name: string, text: string) => {
    saveFile(name, [toBase64(new TextEncoder().encode(text))]);
    setSaid(`Saved ${name}`);
  };
  const copy = async (text: string) =>
    setSaid((await clipboard.write(text)) ? 'Copied' : 'Not copied: save the file instead.');
  return (
    <Sheet title="Save diagnostics file" place="wide" onClose={onClose}>
      {problem !== null && <Notice problem={problem} />}
      <p className={styles.about}>
        This is all that is in the file: no token, and nothing that people wrote. It is saved on
        this computer and sent to nobody. Read it, then give it to whoever helps you.
      </p>
      {file !== null && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls what it can focus */}
          <section className={styles.file} aria-label="The file" tabIndex={0}>
            <pre>{file.text}</pre>
          </section>
          <div className={styles.end}>
            <span role="status" className={styles.said}>
              {said}
            </span>
            <Button look="quiet" onPress={onClose}>
              Close
            </Button>
            <Button onPress={() => void copy(file.text)}>Copy</Button>
            <Button look="primary" onPress={() => save(file.name, file.text)}>
              Save
            </Button>
          </div>
        </>
      )}
    </Sheet>
  );
}
