import { useEffect, useState } from 'react';
import { useDesktop } from '../../state/desktop.tsx';
import styles from './bundle.module.css';

/**
 * Takes incident files that are dropped anywhere on the window. A file that nobody takes would
 * otherwise open in place of the app.
 */
export function BundleDrop() {
  const { store, givenFile } = useDesktop();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      // What lies below may take it: an image over the composer.
      if (event.defaultPrevented || !holdsFiles(event)) return setOver(false);
      event.preventDefault();
      const isOurs = mayHoldBundle(event);
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = isOurs ? 'copy' : 'none';
      setOver(isOurs);
    };
    const left = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const dropped = (event: DragEvent) => {
      setOver(false);
      if (event.defaultPrevented || !holdsFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])].filter(({ type }) => !isImage(type));
      if (files.length === 0) return;
      store.getState().showSheet('bundle');
      void store.getState().takeBundles(files.map(givenFile));
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', left);
    document.addEventListener('drop', dropped);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', left);
      document.removeEventListener('drop', dropped);
    };
  }, [store, givenFile]);
  if (!isOver) return null;
  return (
    <div className={styles.over}>
      <p>Drop it to open the incident file</p>
    </div>
  );
}

const isImage = (type: string) => type.startsWith('image/');

const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;

/** Systems know no type for ours, but they know images. */
function mayHoldBundle({ dataTransfer }: DragEvent): boolean {
  return [...(dataTransfer?.items ?? [])].some(
    ({ kind, type }) => kind === 'file' && !isImage(type),
  );
}
