import { z } from 'zod';
import { DAY } from '#shared/base/duration.ts';
import { ok, type Result } from '#shared/base/result.ts';
import { issueMarker } from '#shared/domain/github.ts';
import type { AskedIssue } from '../store/github.ts';
import type { GitHubCall } from './client.ts';
import type { GitHubFailure } from './failure.ts';

/** Clocks differ: an issue may seem to be older than what it was made from. */
const OVERLAP_MS = DAY;
/** The most GitHub gives at once. */
const PAGE = 100;
/** Before the first try another desktop may have made it: worth some pages, not all. */
const PAGES_BEFORE = 3;
/** After a try without an answer a wrong "not there" would make it twice. */
const PAGES_AFTER = 10;

const Issues = z.array(
  z.object({ html_url: z.string(), body: z.string().nullable(), created_at: z.string() }),
);

/**
 * Looks for the issue of a follow-up by its marker, the newest issues first. The list is asked and
 * not the search: what was made a moment ago is in the list, and comes to the search later.
 * @param since when it can have been made at the earliest, in ms since 1970
 * @returns its address, or null
 */
export async function findIssue(
  call: GitHubCall,
  { followUp, repository, state }: AskedIssue,
  since: number,
): Promise<Result<string | null, GitHubFailure>> {
  const marker = issueMarker(followUp);
  const pages = state === 'waiting' ? PAGES_BEFORE : PAGES_AFTER;
  for (let page = 1; page <= pages; page++) {
    const order = { state: 'all', sort: 'created', direction: 'desc' };
    const read = await call(
      'GET /repos/{owner}/{repo}/issues',
      { ...place(repository), ...order, per_page: PAGE, page },
      Issues,
    );
    if (!read.ok) return read;
    const found = read.value.find(({ body }) => body?.includes(marker) ?? false);
    if (found !== undefined) return ok(found.html_url);
    const last = read.value.at(-1);
    if (last === undefined || read.value.length < PAGE) return ok(null);
    if (Date.parse(last.created_at) < since - OVERLAP_MS) return ok(null);
  }
  return ok(null);
}

/** `owner/name` as GitHub's addresses take it. */
export function place(repository: string): { readonly owner: string; readonly repo: string } {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
}
