import { File, Image } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { FileViewT } from '#shared/contract/views.ts';
import { harmless } from '#shared/text/harmless.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { ICON } from '../../ui/icon.ts';
import styles from './entry-images.module.css';

/** The files of a message: images where they are here, the names of all others. */
export function EntryImages({ files }: { readonly files: readonly FileViewT[] }) {
  return (
    <ul className={styles.files} aria-label="Files">
      {files.map((file) => (
        <li key={file.id}>
          {file.image === 'here' ? <Picture file={file} /> : <Named file={file} />}
        </li>
      ))}
    </ul>
  );
}

function Named({ file }: { readonly file: FileViewT }) {
  const Icon = file.image === 'none' ? File : Image;
  return (
    <span className={styles.named}>
      <Icon {...ICON} />
      <bdi>{harmless(file.name)}</bdi>
      <span className={styles.size}>
        {file.image === 'coming' ? 'not fetched yet' : sizeOf(file.size)}
      </span>
    </span>
  );
}

function Picture({ file }: { readonly file: FileViewT }) {
  const { store } = useDesktop();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    void store
      .getState()
      .imageOf(file.id)
      .then((read) => {
        if (isWanted && read.ok) setAddress(read.value);
      });
    return () => {
      isWanted = false;
    };
  }, [store, file.id]);
  return (
    <span className={styles.frame}>
      {address === null ? (
        <Named file={file} />
      ) : (
        <img className={styles.picture} src={address} alt={harmless(file.name)} />
      )}
    </span>
  );
}

/** `12 kB`. */
function sizeOf(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1_000));
  return kilobytes < 1_000 ? `${kilobytes} kB` : `${(kilobytes / 1_000).toFixed(1)} MB`;
}
