import { Copy, RotateCcw } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { IncidentViewT } from '#shared/contract/views.ts';
import type { Audience } from '#shared/domain/update.ts';
import { UPDATE_TEMPLATES, type UpdateTemplate } from '#shared/domain/update-draft.ts';
import { updateText } from '#shared/domain/update-text.ts';
import { useDesktop } from '../../state/desktop.tsx';
import type { IncidentSheet } from '../../state/state.ts';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { Notice } from '../../ui/notice.tsx';
import { Picker } from '../../ui/picker.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { readersZone } from '../time/zone.ts';
import { nextByChoices, nextByTime } from './next-by.ts';
import { gapsWords, templateName, type UpdateFields } from './update-draft.ts';
import styles from './update-sheet.module.css';
import { useUpdate } from './use-update.ts';

export type UpdateSheetProps = {
  readonly incident: IncidentViewT;
  readonly asked: Extract<IncidentSheet, { kind: 'update' }>;
  readonly onClose: () => void;
};

const AUDIENCES = [
  { key: 'internal', name: 'Internal', about: 'For everybody who works here' },
  { key: 'external', name: 'External', about: 'For customers: no names, no causes' },
] as const;

const KINDS = UPDATE_TEMPLATES.map((key) => ({ key, name: templateName(key) }));

/** An update in its fixed shape, begun from what is known. */
export function UpdateSheet({ incident, asked, onClose }: UpdateSheetProps) {
  const [audience, setAudience] = useState<Audience>(asked.audience ?? firstDue(incident));
  const [template, setTemplate] = useState<UpdateTemplate | null>(asked.template);
  const update = useUpdate(incident.id, audience, template);
  const { known, fields } = update;
  const isNoNews = known?.template === 'no-news';
  const post = async () => {
    if (await update.post()) onClose();
  };
  const pressed = (event: KeyboardEvent) => {
    // By the place of the key: with Alt it may write another letter.
    if (event.altKey && event.code === 'KeyN') {
      event.preventDefault();
      return setTemplate('no-news');
    }
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void post();
  };
  return (
    <Sheet title="Write update" place="side" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void post();
        }}
        onKeyDown={pressed}
        noValidate
      >
        <div className={styles.kind}>
          <Segments
            label="For whom"
            segments={AUDIENCES}
            chosen={audience}
            onChoose={(next) => {
              setAudience(next);
              setTemplate(null);
            }}
          />
          <Picker
            label="Kind"
            look="inline"
            choices={KINDS}
            chosen={known?.template ?? ''}
            unlisted="…"
            onChoose={(key) => setTemplate(key as UpdateTemplate)}
          />
        </div>
        {fields !== null && known !== null && (
          <UpdateForm
            key={`${audience} ${known.template}`}
            fields={fields}
            isNoNews={isNoNews}
            hasNeeds={!isNoNews && (audience === 'internal' || fields.needs !== '')}
            gaps={gapsWords(known.gaps)}
            suggestedNext={fields.next}
            onWrite={update.write}
          />
        )}
        {update.problem !== null && <Notice problem={update.problem} />}
        <div className={styles.end}>
          {fields !== null && <CopyButton audience={audience} fields={fields} />}
          {update.isTouched && (
            <Button look="quiet" onPress={update.startAgain}>
              <RotateCcw {...ICON} /> Start again
            </Button>
          )}
          {!isNoNews && (
            <Button look="quiet" hint="Alt N" onPress={() => setTemplate('no-news')}>
              No news
            </Button>
          )}
          {fields !== null && (
            <Button
              key={known?.template}
              look="primary"
              type="submit"
              isDisabled={update.isBusy}
              autoFocus={isNoNews}
            >
              Post update
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  );
}

/** Whom an update is due to first; colleagues, where nothing is due. */
const firstDue = ({ updatesDue }: IncidentViewT): Audience => updatesDue[0]?.audience ?? 'internal';

type UpdateFormProps = {
  readonly fields: UpdateFields;
  readonly isNoNews: boolean;
  readonly hasNeeds: boolean;
  readonly gaps: string | null;
  readonly suggestedNext: string;
  readonly onWrite: (part: Partial<UpdateFields>) => void;
};

function UpdateForm({ fields, gaps, onWrite, ...props }: UpdateFormProps) {
  const { clock } = useDesktop();
  const [suggested] = useState(props.suggestedNext);
  const part = (name: 'conditions' | 'actions' | 'needs', label: string, about: string) => (
    <TextField
      label={label}
      placeholder={about}
      isMultiline
      value={fields[name]}
      onChange={(text) => onWrite({ [name]: text })}
      problem={null}
      autoFocus={name === 'conditions' && !props.isNoNews}
    />
  );
  return (
    <div className={styles.parts}>
      {part('conditions', 'Conditions', 'What is true now')}
      {gaps !== null && <p className={styles.gaps}>{gaps}</p>}
      {!props.isNoNews && part('actions', 'Actions', 'Who does what until when')}
      {props.hasNeeds && part('needs', 'Needs', 'People, access, decisions')}
      <Picker
        label="Next update by"
        choices={nextByChoices(suggested, clock.now(), readersZone())}
        chosen={fields.next}
        onChoose={(next) => onWrite({ next })}
      />
    </div>
  );
}

type CopyButtonProps = { readonly audience: Audience; readonly fields: UpdateFields };

/** Takes the text along to wherever customers read. */
function CopyButton({ audience, fields }: CopyButtonProps) {
  const { clock, clipboard } = useDesktop();
  const [said, setSaid] = useState<string | null>(null);
  const copy = async () => {
    const { next, ...parts } = fields;
    const nextBy = nextByTime(next, clock.now());
    const text = updateText(audience, { ...parts, nextBy }, readersZone());
    setSaid((await clipboard.write(text)) ? 'Copied' : 'Not copied. Select the text.');
  };
  return (
    <span className={styles.copy}>
      <Button look="quiet" onPress={() => void copy()}>
        <Copy {...ICON} /> Copy text
      </Button>
      <span role="status">{said}</span>
    </span>
  );
}
