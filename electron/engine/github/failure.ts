import { MINUTE, SECOND } from '#shared/base/duration.ts';
import { type ContractError, contractError } from '#shared/contract/errors.ts';

/**
 * How a request failed. `away`: nothing came that is GitHub's, so that it may have been done or not.
 * `wait`: too many, until a moment in ms since 1970. `refused`: not done, by an HTTP status.
 */
export type GitHubFailure =
  | { readonly kind: 'away' }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'refused'; readonly status: number; readonly said: string };

/** The longest GitHub's limits last; a wrong clock somewhere would else close it for ever. */
const WAIT_MAX_MS = 65 * MINUTE;
/** Where GitHub names no time: its advice for secondary limits. */
const WAIT_MS = MINUTE;
const SAID_MAX = 200;

type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: unknown;
};

/** Reads what Octokit threw. An error without a response is the network's, whatever its status says. */
export function failureOf(cause: unknown, now: number): GitHubFailure {
  const answer = answerIn(cause);
  if (answer === null || answer.status >= 500 || answer.status < 400) return { kind: 'away' };
  const limited = limitedUntil(answer, now);
  if (limited !== null) return { kind: 'wait', until: limited };
  return { kind: 'refused', status: answer.status, said: saidIn(answer.data) };
}

function answerIn(cause: unknown): Answered | null {
  if (typeof cause !== 'object' || cause === null || !('response' in cause)) return null;
  const { response } = cause;
  return typeof response === 'object' && response !== null && 'status' in response
    ? (response as Answered)
    : null;
}

/**
 * Primary limits name the moment they end, secondary ones how long to wait.
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function limitedUntil({ status, headers, data }: Answered, now: number): number | null {
  if (status !== 403 && status !== 429) return null;
  const wait = Number(headers['retry-after'] ?? Number.NaN);
  if (Number.isFinite(wait)) return now + within(wait * SECOND);
  if (String(headers['x-ratelimit-remaining']) === '0') {
    const reset = Number(headers['x-ratelimit-reset']) * SECOND;
    return now + within(Number.isFinite(reset) ? reset - now : WAIT_MS);
  }
  const isLimit = status === 429 || /rate limit/i.test(saidIn(data));
  return isLimit ? now + WAIT_MS : null;
}

const within = (ms: number) => Math.min(WAIT_MAX_MS, Math.max(SECOND, ms));

function saidIn(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('message' in data)) return '';
  return String(data.message).slice(0, SAID_MAX);
}

const AWAY = contractError(
  'github_unreachable',
  'GitHub cannot be reached.',
  'Check the network. What waits for it goes when it is back.',
);

/** A failure in words: what it means and what to do. */
export function gitHubError(
  failure: GitHubFailure,
  repository: string,
  now: number,
): ContractError {
  if (failure.kind === 'away') return AWAY;
  if (failure.kind === 'wait') {
    const minutes = Math.max(1, Math.ceil((failure.until - now) / MINUTE));
    return contractError(
      'github_unreachable',
      `GitHub takes no more requests for ${minutes} min.`,
      'Nothing is lost: what waits goes then.',
    );
  }
  return refusal(failure, repository);
}

function refusal(
  { status, said }: Extract<GitHubFailure, { kind: 'refused' }>,
  repository: string,
): ContractError {
  const refused = (message: string, hint: string) => contractError('github_refused', message, hint);
  switch (status) {
    case 401:
      return refused(
        'GitHub does not accept the token.',
        'It may have expired. Make a new one and enter it in Settings.',
      );
    case 403:
      return refused(
        `This token may not write issues in ${repository}.`,
        'Give it the right “Issues: read and write” there. An organisation may have to allow it first.',
      );
    case 404:
      return refused(
        `GitHub shows this token no repository ${repository}.`,
        'Check how it is spelt, and that the token may see it.',
      );
    case 410:
      return refused(
        `Issues are switched off in ${repository}.`,
        'Switch them on in its settings on GitHub, or choose another repository.',
      );
    case 422:
      return refused(
        `GitHub did not take the issue${said === '' ? '' : `: ${said}`}.`,
        'Change the follow-up, then try again.',
      );
    default:
      return refused(
        `GitHub refused (${status}${said === '' ? '' : `: ${said}`}).`,
        'Try again. If it stays, look at the repository on GitHub.',
      );
  }
}
