import type { Editor } from '@tiptap/core';
import { useRef, useState } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import type { SharedText } from '../../state/post-mortem/shared-text.ts';
import { Button } from '../../ui/button.tsx';
import { CommandMenu } from '../../ui/command-menu.tsx';
import styles from './export-menu.module.css';

export type ExportMenuProps = {
  readonly incident: IncidentViewT;
  readonly editor: Editor;
  readonly text: SharedText;
};

const ITEMS = [
  { name: 'print', label: 'Print or save as PDF', key: null },
  { name: 'copy', label: 'Copy as rich text', key: null },
] as const;

/** Takes the post-mortem to where it is read. */
export function ExportMenu({ editor }: ExportMenuProps) {
  const { clipboard } = useDesktop();
  const place = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const run = async (name: (typeof ITEMS)[number]['name']) => {
    if (name === 'print') return window.print();
    const done = await clipboard.write(editor.getText());
    setSaid(done ? 'Copied' : 'Not copied: the browser did not allow it.');
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
