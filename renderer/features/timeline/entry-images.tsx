import { File, Image } from 'lucide-react';
import { useState } from 'react';
import type { FileViewT } from '#shared/contract/views.ts';
import { harmless } from '#shared/text/harmless.ts';
import { ICON } from '../../ui/icon.ts';
import { ImageViewer } from '../../ui/image-viewer.tsx';
import { useImage } from '../use-image.ts';
import styles from './entry-images.module.css';

export type EntryImagesProps = {
  readonly files: readonly FileViewT[];
  /** What is to be seen on them, where somebody said so. */
  readonly alt?: string;
};

/** The files of a line: images where they are here, the names of all others. */
export function EntryImages({ files, alt = '' }: EntryImagesProps) {
  return (
    <ul className={styles.files} aria-label="Files">
      {files.map((file) => (
        <li key={file.id}>
          {file.image === 'here' ? <Picture file={file} alt={alt} /> : <Named file={file} />}
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

type PictureProps = { readonly file: FileViewT; readonly alt: string };

function Picture({ file, alt }: PictureProps) {
  const address = useImage(file.id);
  const [isOpen, setOpen] = useState(false);
  const says = harmless(alt === '' ? file.name : alt);
  if (address === null) {
    return (
      <span className={styles.frame}>
        <Named file={file} />
      </span>
    );
  }
  return (
    <>
      <button
        type="button"
        className={styles.frame}
        aria-haspopup="dialog"
        aria-label={`Open image: ${says}`}
        onClick={() => setOpen(true)}
      >
        <img className={styles.picture} src={address} alt={says} />
      </button>
      {isOpen && <ImageViewer src={address} alt={says} onClose={() => setOpen(false)} />}
    </>
  );
}

/** `12 kB`. */
function sizeOf(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1_000));
  return kilobytes < 1_000 ? `${kilobytes} kB` : `${(kilobytes / 1_000).toFixed(1)} MB`;
}
