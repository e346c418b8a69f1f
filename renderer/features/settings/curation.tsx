import { Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { CommandInput } from '#shared/contract/commands.ts';
import type { SettingsViewT } from '#shared/contract/views.ts';
import { MARKERS, markerName } from '#shared/domain/timeline.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { Picker } from '../../ui/picker.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import styles from './settings.module.css';

type Curation = CommandInput<'curation.choose'>;
type Marker = NonNullable<Curation['pins']>;

const NOTHING = 'nothing';
const MARKER_CHOICES = MARKERS.map((key) => ({ key, name: markerName(key) }));
const PIN_CHOICES = [...MARKER_CHOICES, { key: NOTHING, name: 'Nothing' }];

/** What a pin, and which reactions, in Slack bring into the timeline by themselves. */
export function CurationChoice({ curation }: { readonly curation: SettingsViewT['curation'] }) {
  const { store } = useDesktop();
  const [emoji, setEmoji] = useState('');
  const { problem, submit } = useSubmit();
  // What a newer Quarterdeck knows goes back as it came, and is refused in words.
  const { pins, reactions } = curation as Curation;
  const choose = (next: Partial<Curation>) =>
    submit(() => store.getState().change('curation.choose', { pins, reactions, ...next }));
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const name = emoji.trim().replace(/^:|:$/g, '');
    const others = reactions.filter((one) => one.name !== name);
    if ((await choose({ reactions: [...others, { name, marker: 'key' }] })) !== null) setEmoji('');
  };
  return (
    <>
      <p>A message that is pinned, or gets one of these reactions, comes into the timeline.</p>
      <Picker
        label="A pin"
        choices={PIN_CHOICES}
        chosen={pins ?? NOTHING}
        onChoose={(key) => void choose({ pins: key === NOTHING ? null : (key as Marker) })}
      />
      <ul aria-label="Reactions" className={styles.items}>
        {reactions.map(({ name, marker }) => (
          <li key={name}>
            <code>:{name}:</code>
            <Picker
              label={`What :${name}: stands for`}
              look="inline"
              choices={MARKER_CHOICES}
              chosen={marker}
              unlisted={markerName(marker)}
              onChoose={(key) =>
                void choose({
                  reactions: reactions.map((one) =>
                    one.name === name ? { name, marker: key as Marker } : one,
                  ),
                })
              }
            />
            <Button
              look="icon"
              label={`Take out :${name}:`}
              onPress={() =>
                void choose({ reactions: reactions.filter((one) => one.name !== name) })
              }
            >
              <X {...ICON} size={12} />
            </Button>
          </li>
        ))}
      </ul>
      <form className={styles.form} onSubmit={(event) => void add(event)} noValidate>
        <TextField
          label="New reaction"
          placeholder=":pushpin:"
          value={emoji}
          onChange={setEmoji}
          problem={problem}
        />
        <Button type="submit">
          <Plus {...ICON} /> Add
        </Button>
      </form>
    </>
  );
}
