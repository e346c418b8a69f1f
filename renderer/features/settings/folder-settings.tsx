import { type FormEvent, useState } from 'react';
import type { SettingsViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Switch } from '../../ui/toggle.tsx';
import { useSubmit } from '../submit.ts';
import styles from './settings.module.css';

type Folder = SettingsViewT['folder'];

/** A folder in which all incidents stand as files, for whatever else reads them. */
export function FolderSettings({ folder }: { readonly folder: Folder }) {
  const { store } = useDesktop();
  const [typed, setTyped] = useState(folder.path ?? '');
  const { problem, submit, isBusy } = useSubmit();
  const set = (path: string, isPrivate: boolean) =>
    submit(() => store.getState().change('folder.set', { path, private: isPrivate }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    void set(typed, folder.private);
  };
  return (
    <>
      <p>Every incident as Markdown and JSON, with its post-mortem, up to date by itself.</p>
      {folder.problem !== null && (
        <Notice problem={folder.problem} role="note">
          <Button onPress={() => void store.getState().retrySync(null)}>Try again</Button>
        </Notice>
      )}
      <form className={styles.form} onSubmit={save} noValidate>
        <TextField
          label="Folder"
          placeholder="~/incidents"
          value={typed}
          onChange={setTyped}
          problem={problem}
        />
        <Button type="submit" isDisabled={isBusy || typed.trim() === (folder.path ?? '')}>
          {typed.trim() === '' && folder.path !== null ? 'Stop' : 'Keep them here'}
        </Button>
      </form>
      {folder.path !== null && (
        <Switch isOn={folder.private} onChange={(isOn) => void set(folder.path ?? '', isOn)}>
          Private incidents too
        </Switch>
      )}
    </>
  );
}
