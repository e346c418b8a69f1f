import { type FormEvent, useState } from 'react';
import type { GitHubCheckViewT } from '#shared/contract/views/github.ts';
import type { SettingsViewT } from '#shared/contract/views.ts';
import { useDesktop } from '../../state/desktop.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../submit.ts';
import styles from './settings.module.css';

type GitHub = SettingsViewT['gitHub'];

const KEEPING: Readonly<Record<GitHub['tokenKeeping'], string>> = {
  keychain: 'Kept in this computer’s keychain.',
  session: 'Kept until you quit: there is no keychain to trust here.',
  'open-keychain':
    'Kept until you quit, and not written down: the only keychain here opens for every program.',
};

/** Where follow-ups become issues. */
export function GitHubSettings({ gitHub }: { readonly gitHub: GitHub }) {
  return (
    <>
      <p>A follow-up becomes an issue there at one press, and keeps its address.</p>
      <RepositoryField repository={gitHub.repository ?? ''} />
      <TokenField hasToken={gitHub.hasToken} keeping={KEEPING[gitHub.tokenKeeping]} />
      {gitHub.hasToken && gitHub.repository !== null && <Check />}
    </>
  );
}

function RepositoryField({ repository }: { readonly repository: string }) {
  const { store } = useDesktop();
  const [typed, setTyped] = useState(repository);
  const { problem, submit, isBusy } = useSubmit();
  const save = (event: FormEvent) => {
    event.preventDefault();
    const set = () => store.getState().change('github.set-repository', { repository: typed });
    void submit(set);
  };
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <TextField
        label="Repository"
        placeholder="owner/name"
        value={typed}
        onChange={setTyped}
        problem={problem}
      />
      <Button type="submit" isDisabled={isBusy || typed.trim() === repository}>
        Save repository
      </Button>
    </form>
  );
}

type TokenFieldProps = { readonly hasToken: boolean; readonly keeping: string };

function TokenField({ hasToken, keeping }: TokenFieldProps) {
  const { store } = useDesktop();
  const [token, setToken] = useState('');
  const { problem, submit, isBusy } = useSubmit();
  const set = (given: string) =>
    submit(() => store.getState().change('github.set-token', { token: given }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if ((await set(token)) !== null) setToken('');
  };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
      <TextField
        label="GitHub token"
        isSecret
        placeholder={hasToken ? 'Replace the one that is kept' : 'github_pat_… or ghp_…'}
        value={token}
        onChange={setToken}
        problem={problem}
      />
      <Button type="submit" isDisabled={isBusy || token.trim() === ''}>
        Save token
      </Button>
      <p className={styles.hint}>
        A fine-grained one with “Issues: read and write” in that repository. {keeping}
      </p>
      {hasToken && (
        <p className={styles.hint}>
          <Button look="quiet" isDisabled={isBusy} onPress={() => void set('')}>
            Forget the token
          </Button>
        </p>
      )}
    </form>
  );
}

/** Asks GitHub whether it would work, and says what is in the way. */
function Check() {
  const { store } = useDesktop();
  const { problem, submit, isBusy } = useSubmit();
  const [found, setFound] = useState<GitHubCheckViewT | null>(null);
  const check = async () => {
    setFound(null);
    setFound(await submit(() => store.getState().change('github.check', {})));
  };
  return (
    <>
      <div>
        <Button isDisabled={isBusy} onPress={() => void check()}>
          {isBusy ? 'Checking' : 'Check'}
        </Button>
      </div>
      <div role="status">
        {found !== null && (
          <p>
            {`${found.login} can make issues in ${found.repository}.`}
            {found.isPublic && ' Everybody on the internet can read them.'}
          </p>
        )}
      </div>
      {problem !== null && <Notice problem={problem} />}
    </>
  );
}
