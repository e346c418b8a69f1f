import { useRef, useState } from 'react';
import type { FollowUpOfViewT } from '#shared/contract/views/record.ts';
import { followUpsCsv, followUpsJson } from '#shared/export/follow-ups.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { toBase64 } from '../../state/post-mortem/base64.ts';
import { Button } from '../../ui/button.tsx';
import { CommandMenu } from '../../ui/command-menu.tsx';
import styles from './all-follow-ups.module.css';

const ITEMS = [
  { name: 'csv', label: 'Save as CSV', key: null },
  { name: 'json', label: 'Save as JSON', key: null },
] as const;

/** Saves what is shown as a file. */
export function FollowUpsExport({ items }: { readonly items: readonly FollowUpOfViewT[] }) {
  const { clock, saveFile } = useDesktop();
  const place = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const save = (format: 'csv' | 'json') => {
    const now = clock.now();
    const text = format === 'csv' ? followUpsCsv(items, now) : followUpsJson(items);
    const name = `follow-ups-${new Date(now).toISOString().slice(0, 10)}.${format}`;
    saveFile(name, [toBase64(new TextEncoder().encode(text))]);
    setSaid(`Saved ${name}`);
  };
  return (
    <span ref={place} className={styles.export}>
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
          onRun={save}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  );
}
