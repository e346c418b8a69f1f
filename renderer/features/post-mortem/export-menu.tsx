import type { Editor } from '@tiptap/core';
import { useRef, useState } from 'react';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { CommandMenu } from '../../ui/command-menu.tsx';
import { asRichText } from './editor/exported.ts';
import type { LiveSource } from './editor/live-block.ts';
import type { PictureOf } from './editor/picture.ts';
import styles from './export-menu.module.css';

export type ExportMenuProps = {
  readonly editor: Editor;
  readonly source: LiveSource;
  readonly pictureOf: PictureOf;
};

const ITEMS = [
  { name: 'copy', label: 'Copy as rich text', key: null },
  { name: 'print', label: 'Print or save as PDF', key: null },
] as const;

/** Takes the post-mortem to where it is read, without what is kept among those who write it. */
export function ExportMenu({ editor, source, pictureOf }: ExportMenuProps) {
  const { clipboard } = useDesktop();
  const place = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const run = async (name: (typeof ITEMS)[number]['name']) => {
    if (name === 'print') return window.print();
    const { html, text } = await asRichText(editor, source, pictureOf);
    const isDone = await clipboard.writeRich(html, text);
    setSaid(isDone ? 'Copied' : 'Not copied: allow this page to use the clipboard.');
  };
  return (
    <span ref={place} className={styles.place}>
      <span role="status" className={styles.said}>
        {said}
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
    </span>
  );
}
