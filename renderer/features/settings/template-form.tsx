import { type FormEvent, useRef, useState } from 'react';
import type { TemplateViewT } from '#shared/contract/views/writing.ts';
import { LIVE_BLOCK_KINDS, liveBlockName } from '#shared/post-mortem/live-block.ts';
import { readTemplate } from '#shared/post-mortem/template-text.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import { useEditedText } from './edited-text.ts';
import styles from './writing.module.css';

/** Where what is being written of a template is kept. */
export const templateDraft = (id: string) => `template ${id}`;

export type TemplateFormProps = {
  readonly template: TemplateViewT;
  readonly onDone: () => void;
};

const BLOCKS = LIVE_BLOCK_KINDS.map((kind) => `[${liveBlockName(kind)}]`).join(' ');

/** A template as text, a line each for headings, live blocks and questions. */
export function TemplateForm({ template: { id, name, text }, onDone }: TemplateFormProps) {
  const { store } = useDesktop();
  const [called, setCalled] = useState(name);
  const edited = useEditedText(templateDraft(id), text);
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const { problem, isBusy, submit } = useSubmit();
  const read = readTemplate(edited.text);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!read.ok) return selectLine(field.current, read.error.line);
    const asked = { template: id, name: called, text: edited.text };
    if ((await submit(() => store.getState().change('template.save', asked))) === null) return;
    edited.forget();
    onDone();
  };
  const mistake = isTried && !read.ok ? { ...read.error, message: atLine(read.error) } : null;
  return (
    <form
      className={styles.form}
      aria-label={`Template ${name}`}
      onSubmit={(event) => void save(event)}
      noValidate
    >
      <TextField
        label="Name"
        value={called}
        onChange={setCalled}
        problem={read.ok ? problem : null}
      />
      <TextField
        label="Sections"
        isMultiline
        inputRef={field}
        value={edited.text}
        onChange={edited.change}
        problem={mistake}
      />
      <dl className={styles.legend}>
        <dt>## Impact</dt>
        <dd>A section; ### for a smaller one</dd>
        <dt>[Timeline]</dt>
        <dd>What the log fills in: {BLOCKS}</dd>
        <dt>? Who noticed?</dt>
        <dd>A question that helps to write, and is not exported</dd>
      </dl>
      <div className={styles.row}>
        <Button type="submit" look="primary" isDisabled={isBusy}>
          Save
        </Button>
        <Button
          look="quiet"
          onPress={() => {
            edited.forget();
            onDone();
          }}
        >
          Discard
        </Button>
      </div>
    </form>
  );
}

const atLine = ({ line, message }: { readonly line: number; readonly message: string }) =>
  `Line ${line}: ${message}`;

/** Selects a line (from 1 on), so that whoever writes on writes there. */
function selectLine(field: HTMLTextAreaElement | null, line: number): void {
  if (field === null) return;
  const lines = field.value.split('\n');
  const from = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  field.focus();
  field.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
}
