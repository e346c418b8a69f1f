import { z } from 'zod';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';
import type { GitHubCheckViewT } from '#shared/contract/views/github.ts';
import type { GitHubCall } from './client.ts';
import { gitHubError } from './failure.ts';
import { place } from './find-issue.ts';

const User = z.object({ login: z.string() });
const Repository = z.object({
  full_name: z.string(),
  private: z.boolean(),
  archived: z.boolean().optional(),
});

/** What refuses an issue that says nothing: GitHub got so far, and so may the token. */
const UNPROCESSABLE = 422;

/** Asks whether issues can be made. Nothing is: an issue without a title is none. */
export async function checkGitHub(
  call: GitHubCall,
  repository: string,
  now: number,
): Promise<Result<GitHubCheckViewT, ContractError>> {
  const user = await call('GET /user', {}, User);
  if (!user.ok) return err(gitHubError(user.error, repository, now));
  const found = await call('GET /repos/{owner}/{repo}', place(repository), Repository);
  if (!found.ok) return err(gitHubError(found.error, repository, now));
  const { full_name: name, private: isPrivate, archived = false } = found.value;
  if (archived) return err(archivedError(name));
  const tried = await call('POST /repos/{owner}/{repo}/issues', place(repository), z.unknown());
  if (!tried.ok && !(tried.error.kind === 'refused' && tried.error.status === UNPROCESSABLE)) {
    return err(gitHubError(tried.error, repository, now));
  }
  return ok({ login: user.value.login, repository: name, isPublic: !isPrivate });
}

const archivedError = (name: string) =>
  contractError(
    'github_refused',
    `${name} is archived: nothing can be written there.`,
    'Choose another repository.',
  );
