import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { SettingsViewT } from '#shared/contract/views.ts';
import { FIELD_TYPES, type FieldType } from '#shared/domain/custom-field.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { ICON } from '../../ui/icon.ts';
import { Picker } from '../../ui/picker.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import styles from './settings.module.css';

const TYPE_NAMES: Readonly<Record<FieldType, string>> = {
  text: 'Text',
  number: 'Number',
  select: 'Choice',
  link: 'Link',
  user: 'Person',
  date: 'Day',
};
const TYPES = FIELD_TYPES.map((key) => ({ key, name: TYPE_NAMES[key] }));

const typeName = (type: string) =>
  Object.hasOwn(TYPE_NAMES, type) ? TYPE_NAMES[type as FieldType] : type;

/** What a team wants to know of each incident besides what Quarterdeck asks. */
export function FieldDefinitions({ fields }: { readonly fields: SettingsViewT['fields'] }) {
  const { store } = useDesktop();
  const retire = (field: string, retired: boolean) =>
    store.getState().change('field.retire', { field, retired });
  return (
    <>
      <p>Fields of your own, on every incident. One that is retired is offered no more.</p>
      <ul aria-label="Fields" className={styles.items}>
        {fields.map(({ id, name, type, options, retired }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            <span className={styles.hint}>
              {typeName(type)}
              {options.length > 0 && `: ${options.join(', ')}`}
            </span>
            <Button look="quiet" onPress={() => void retire(id, !retired)}>
              {retired ? 'Offer again' : 'Retire'}
            </Button>
          </li>
        ))}
      </ul>
      <NewField />
    </>
  );
}

function NewField() {
  const { store } = useDesktop();
  const [name, setName] = useState('');
  const [type, setType] = useState<FieldType>('text');
  const [options, setOptions] = useState('');
  const { problem, submit, isBusy } = useSubmit();
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const listed = options.split(',').map((option) => option.trim());
    const chosen = type === 'select' ? listed.filter((option) => option !== '') : [];
    const made = await submit(() =>
      store.getState().add('field.define', { name, type, options: chosen }),
    );
    if (made === null) return;
    setName('');
    setOptions('');
  };
  return (
    <form className={styles.newField} onSubmit={(event) => void add(event)} noValidate>
      <TextField label="New field" value={name} onChange={setName} problem={problem} />
      <Picker
        label="Type"
        choices={TYPES}
        chosen={type}
        onChoose={(key) => setType(key as FieldType)}
      />
      {type === 'select' && (
        <TextField
          label="Options, with commas"
          value={options}
          onChange={setOptions}
          problem={null}
        />
      )}
      <Button type="submit" isDisabled={isBusy}>
        <Plus {...ICON} /> Add
      </Button>
    </form>
  );
}
