import type { Editor } from '@tiptap/core';
import { useRef, useState } from 'react';
import type { IncidentId } from '#shared/base/ids.ts';
import type { QueryInput, QueryOutput } from '#shared/contract/queries.ts';
import { useDesktop } from '../../state/desktop.tsx';
import type { Answer } from '../../transport/transport.ts';
import { Button } from '../../ui/button.tsx';
import { CommandMenu } from '../../ui/command-menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { readersZone } from '../time/zone.ts';
import { asRichText } from './editor/exported.ts';
import type { LiveSource } from './editor/live-block.ts';
import type { PictureOf } from './editor/picture.ts';
import styles from './export-menu.module.css';
import { useShare } from './use-share.ts';

type Piece = QueryOutput<'post-mortem-export'>;
type Format = QueryInput<'post-mortem-export'>['format'];

export type ExportMenuProps = {
  readonly incident: IncidentId;
  /** Puts what is typed on the disk, from which a file is made. */
  readonly onLeave: () => Promise<void>;
  readonly editor: Editor;
  readonly source: LiveSource;
  readonly pictureOf: PictureOf;
};

const ITEMS = [
  { name: 'markdown', label: 'Save as Markdown', key: null },
  { name: 'html', label: 'Save as a web page', key: null },
  { name: 'json', label: 'Save as JSON', key: null },
  { name: 'copy', label: 'Copy as rich text', key: null },
  { name: 'print', label: 'Print or save as PDF', key: null },
  { name: 'share', label: 'Share in Slack', key: null },
] as const;

/** Takes the post-mortem to where it is read, without what is kept among those who write it. */
export function ExportMenu({ incident, onLeave, editor, source, pictureOf }: ExportMenuProps) {
  const { clipboard, store, saveFile } = useDesktop();
  const place = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const { shared, problem, share } = useShare(incident);
  const save = async (format: Format) => {
    const pieces: string[] = [];
    for (let offset: number | null = 0; offset !== null; ) {
      const asked = { incident, format, zone: readersZone(), offset };
      const answer: Answer<Piece> = store.getState().ask('post-mortem-export', asked);
      const read = await answer;
      if (!read.ok) return setSaid(read.error.message);
      pieces.push(read.value.data);
      offset = read.value.next;
      if (offset !== null) continue;
      saveFile(read.value.name, pieces);
      setSaid(`Saved ${read.value.name}`);
    }
  };
  const run = async (name: (typeof ITEMS)[number]['name']) => {
    await onLeave();
    if (name === 'print') return window.print();
    if (name === 'share') {
      setSaid('');
      return share();
    }
    if (name !== 'copy') return save(name);
    const { html, text } = await asRichText(editor, source, pictureOf);
    const isDone = await clipboard.writeRich(html, text);
    setSaid(isDone ? 'Copied' : 'Not copied: allow this page to use the clipboard.');
  };
  const words = said === '' ? shared : said;
  return (
    <div ref={place} className={styles.place}>
      {problem !== null && (
        <Notice problem={problem}>
          <Button look="quiet" onPress={() => void run('share')}>
            Try again
          </Button>
        </Notice>
      )}
      <span role="status" className={styles.said} title={words}>
        {words}
      </span>
      <Button isExpanded={isOpen} onPress={() => setOpen(true)}>
        Export
      </Button>
      {isOpen && (
        <CommandMenu
          label="Export"
          items={ITEMS}
          place={place}
          onRun={(name) => void run(name)}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
