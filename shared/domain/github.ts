/** `owner/name`, as GitHub allows them. */
const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;

/** A repository as somebody typed or pasted it, as `owner/name`; null where it is none. */
export function readRepository(typed: string): string | null {
  const bare = typed
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?github\.com\//i, '')
    .replace(/(?:\.git)?\/?$/, '');
  return REPOSITORY.test(bare) ? bare : null;
}

/** What an issue's text ends with, unseen: by it the issue of a follow-up is found again. */
export const issueMarker = (followUp: string): string =>
  `<!-- quarterdeck:follow-up:${followUp} -->`;
