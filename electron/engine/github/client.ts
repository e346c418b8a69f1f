import type { Octokit } from '@octokit/core';
import type { z } from 'zod';
import { SECOND } from '#shared/base/duration.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { EnginePorts } from '../ports.ts';
import { failureOf, type GitHubFailure } from './failure.ts';

/** Longest wait for an answer. */
const TIMEOUT_MS = 15 * SECOND;

/** One request: the answer in the shape asked for, or how it failed. Never throws. */
export type GitHubCall = <T>(
  route: string,
  given: Readonly<Record<string, unknown>>,
  answer: z.ZodType<T>,
) => Promise<Result<T, GitHubFailure>>;

const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing(): void {
  // What matters of an answer is told to the person; its words may quote what somebody wrote.
}

/**
 * GitHub's own client, without retries: a second try of what may have been done is for whoever asked
 * to decide. It is read when somebody needs it first.
 */
export function gitHubClient(ports: EnginePorts, token: string): GitHubCall {
  let client: Promise<Octokit> | null = null;
  const open = async () => {
    const { Octokit } = await import('@octokit/core');
    return new Octokit({
      auth: token,
      userAgent: `Quarterdeck/${ports.version}`,
      ...(ports.gitHubApiUrl == null ? {} : { baseUrl: ports.gitHubApiUrl }),
      log: SILENT,
      request: { fetch: ports.fetch, log: SILENT },
    });
  };
  return async (route, given, answer) => {
    client ??= open();
    const octokit = await client;
    const abort = new AbortController();
    const cancel = ports.clock.after(TIMEOUT_MS, () => abort.abort());
    try {
      const response = await octokit.request(route, {
        ...given,
        headers: { 'x-github-api-version': '2022-11-28' },
        request: { signal: abort.signal },
      });
      const read = answer.safeParse(response.data);
      // A portal in between answers 200 as well.
      return read.success ? ok(read.data) : err({ kind: 'away' });
    } catch (cause) {
      return err(failureOf(cause, ports.clock.now()));
    } finally {
      cancel();
    }
  };
}
