import { useEffect, useRef, useState } from 'react';
import type { CommandOutput } from '#shared/contract/commands.ts';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import type { State } from '../../state/state.ts';
import type { Answer } from '../../transport/transport.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useSubmit } from '../submit.ts';
import styles from './sheets.module.css';

export type ExportSheetProps = { readonly incident: IncidentViewT; readonly onClose: () => void };

/** Puts the incident into one file, for a colleague to go on with while Slack is down. */
export function ExportSheet({ incident: { id }, onClose }: ExportSheetProps) {
  const { store, saveFile } = useDesktop();
  const { problem, submit, isBusy } = useSubmit();
  const [made, setMade] = useState<CommandOutput<'bundle.export'> | null>(null);
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    void submit(() => store.getState().change('bundle.export', { incident: id })).then(setMade);
  }, [submit, store, id]);

  const download = async (name: string) => {
    const bytes = await submit(() => readBundle(store.getState(), name));
    if (bytes !== null) saveFile(name, bytes);
  };
  return (
    <Sheet title="Export" onClose={onClose}>
      <div className={styles.form}>
        <p className={styles.about}>
          All that is known of this incident goes into one file. Give it to a colleague, who goes on
          from it while Slack is down; later both are merged. It is not encrypted.
        </p>
        {problem !== null && <Notice problem={problem} />}
        <p role="status" aria-label="Export" className={made === null ? '' : styles.path}>
          {made === null ? (isBusy ? 'Exporting' : '') : `${made.path} (${size(made.bytes)})`}
        </p>
        {made !== null && made.imagesLeftOut > 0 && (
          <p className={styles.about}>{leftOut(made.imagesLeftOut)}</p>
        )}
        <div className={styles.end}>
          {made !== null && (
            <Button isDisabled={isBusy} onPress={() => void download(made.name)}>
              Save a copy
            </Button>
          )}
          <Button look="primary" onPress={onClose}>
            Done
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** An image that stays behind must not be missed in silence. */
const leftOut = (images: number) =>
  images === 1
    ? '1 image is not in it: it has no room, or the image is not on this desktop.'
    : `${images} images are not in it: it has no room, or they are not on this desktop.`;

const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** No bundle has more pieces than this. */
const PIECES_MAX = 10_000;

/** The bytes of a bundle, piece by piece: each is base64 of its own. */
async function readBundle({ ask }: State, name: string): Answer<readonly string[]> {
  const pieces: string[] = [];
  let offset: number | null = 0;
  while (offset !== null && pieces.length < PIECES_MAX) {
    const read: Awaited<Answer<Piece>> = await ask('bundle', { name, offset });
    if (!read.ok) return read;
    pieces.push(read.value.data);
    offset = read.value.next;
  }
  return { ok: true, value: pieces };
}

type Piece = { readonly data: string; readonly next: number | null };
