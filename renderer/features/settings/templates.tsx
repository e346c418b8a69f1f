import { useState } from 'react';
import type { TemplateViewT } from '#shared/contract/views/writing.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSubmit } from '../submit.ts';
import { TemplateForm, templateDraft } from './template-form.tsx';
import styles from './writing.module.css';

export type TemplatesProps = { readonly templates: readonly TemplateViewT[] };

/** What a post-mortem can begin as: two that come with Quarterdeck, and a team's own. */
export function Templates({ templates }: TemplatesProps) {
  const { store, newId, drafts } = useDesktop();
  // What was being written when the page was left is open again.
  const [open, setOpen] = useState<string | null>(
    () => templates.find(({ id }) => drafts.read(templateDraft(id)) !== '')?.id ?? null,
  );
  const { problem, submit } = useSubmit();
  const copy = async ({ name, text }: TemplateViewT) => {
    const template = newId();
    const made = { template, name: freeName(name, templates), text };
    if ((await submit(() => store.getState().change('template.save', made))) !== null) {
      setOpen(template);
    }
  };
  const reset = async (template: string) => {
    drafts.write(templateDraft(template), '');
    setOpen(null);
    await submit(() => store.getState().change('template.reset', { template }));
  };
  return (
    <>
      <p>What a post-mortem can begin as. One that was begun stays as it is.</p>
      <ul aria-label="Templates" className={styles.list}>
        {templates.map((template) => (
          <TemplateItem
            key={template.id}
            template={template}
            isOpen={open === template.id}
            onOpen={(isOpen) => setOpen(isOpen ? template.id : null)}
            onCopy={() => void copy(template)}
            onReset={() => void reset(template.id)}
          />
        ))}
      </ul>
      {problem !== null && <Notice problem={problem} />}
    </>
  );
}

type TemplateItemProps = {
  readonly template: TemplateViewT;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onCopy: () => void;
  readonly onReset: () => void;
};

function TemplateItem({ template, isOpen, onOpen, onCopy, onReset }: TemplateItemProps) {
  const { name, isBuiltIn, isChanged } = template;
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <div className={styles.what}>
          <span className={styles.name}>
            <bdi>{name}</bdi>
            <span className={styles.soft}>{originOf(template)}</span>
          </span>
        </div>
        <div className={styles.deeds}>
          <Button
            look="quiet"
            label={`Edit ${name}`}
            isExpanded={isOpen}
            onPress={() => onOpen(!isOpen)}
          >
            Edit
          </Button>
          <Button look="quiet" label={`Copy ${name}`} onPress={onCopy}>
            Copy
          </Button>
          {isBuiltIn && isChanged && (
            <Button look="quiet" label={`Reset ${name}`} onPress={onReset}>
              Reset
            </Button>
          )}
          {!isBuiltIn && (
            <Button look="quiet" label={`Remove ${name}`} onPress={onReset}>
              Remove
            </Button>
          )}
        </div>
      </div>
      {isOpen && <TemplateForm template={template} onDone={() => onOpen(false)} />}
    </li>
  );
}

function originOf({ id, isBuiltIn, isChanged }: TemplateViewT): string {
  if (!isBuiltIn) return 'Your own';
  const use = id === 'short' ? 'Minor incidents begin with it' : '';
  return [isChanged ? 'Changed' : '', use].filter(Boolean).join(' · ');
}

/** `Full copy`, or the first number behind it that is free. */
function freeName(name: string, templates: readonly TemplateViewT[]): string {
  const base = `${name.slice(0, 30)} copy`;
  const taken = new Set(templates.map((template) => template.name));
  let free = base;
  for (let i = 2; taken.has(free); i++) free = `${base} ${i}`;
  return free;
}
