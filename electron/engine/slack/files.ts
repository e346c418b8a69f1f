import { DAY, MINUTE } from '#shared/base/duration.ts';
import { faultOf } from '#shared/base/fault.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { imageType } from '#shared/domain/image-type.ts';
import type { EnginePorts } from '../ports.ts';
import { type FileCache, keepFile, tidyFiles } from '../store/file-cache.ts';
import {
  type FileRecord,
  nextWanted,
  nextWantedAt,
  setFileAgain,
  setFileState,
} from '../store/slack-files.ts';
import type { Attempt } from '../transport.ts';
import { AnswerTooLarge, readBody } from './answer-body.ts';
import { placeOf, type Reading } from './pull.ts';
import { FILE_MAX } from './worth-fetching.ts';

/** Most bytes of all fetched files together. */
export const CACHE_MAX = 500 * 1024 * 1024;

/** Longest wait for a file. */
const TIMEOUT_MS = MINUTE;
/** A file that could not be had now. */
const AGAIN_MS = 10 * MINUTE;
/** One that this token may not read: a right may be given. */
const NO_RIGHT_AGAIN_MS = DAY;

/** Slack's own hosts of files. @see java-slack-sdk, json-logs/samples/api/files.info.json */
const FILE_HOSTS = new Set(['files.slack.com', 'files.slack-gov.com']);

/** Where the token may go: to Slack's hosts of files and to the server that was configured. */
export function mayHoldFiles(address: string, slackApiUrl: string | null): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (slackApiUrl !== null && url.origin === new URL(slackApiUrl).origin) return true;
  return url.protocol === 'https:' && url.port === '' && FILE_HOSTS.has(url.hostname);
}

/** Removes from the disk what a crash left of files. What the disk refuses is for the next start. */
export function tidy({ db, ports }: Reading['core']): void {
  try {
    tidyFiles({ db, profile: ports.profile });
  } catch (cause) {
    ports.log({ level: 'warn', event: 'files.not-tidied', fault: faultOf(cause) });
  }
}

/** What fetching takes. */
export type Fetching = Pick<Reading, 'core'> & { readonly token: string };

/** Whether an incident has an image that is to be fetched now. */
export function wantsFiles({ core }: Pick<Reading, 'core'>, id: IncidentId): boolean {
  const place = placeOf({ core }, id);
  if (place === null) return false;
  const now = core.ports.clock.now();
  const at = nextWantedAt(core.db, place.channel);
  return at !== null && at <= now;
}

/**
 * Fetches one image of an incident, once. What cannot be had is noted with a reason and holds up
 * nothing: not being shown a picture is no reason to call the connection down.
 */
export async function fetchFile(fetching: Fetching, id: IncidentId): Attempt<void> {
  const { core, token } = fetching;
  const { db, ports } = core;
  const place = placeOf({ core }, id);
  const file = place === null ? null : nextWanted(db, place.channel, ports.clock.now());
  if (file === null || file.url === null) return ok(undefined);
  if (!mayHoldFiles(file.url, ports.slackApiUrl)) {
    setFileState(db, file.id, 'refused', 'not on a host of Slack');
    return ok(undefined);
  }
  const fetched = await download(ports, token, file.url);
  settle({ db, profile: ports.profile, most: CACHE_MAX }, file, fetched, ports);
  core.emit({ view: 'incident', incident: id });
  return ok(undefined);
}

type Fetched =
  | { readonly kind: 'body'; readonly body: Uint8Array }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'later'; readonly reason: string; readonly ms: number };

function settle(
  cache: FileCache,
  { id }: FileRecord,
  fetched: Fetched,
  { clock, log }: EnginePorts,
): void {
  if (fetched.kind === 'refused') return setFileState(cache.db, id, 'refused', fetched.reason);
  if (fetched.kind === 'later') {
    return setFileAgain(cache.db, id, clock.now() + fetched.ms, fetched.reason);
  }
  const type = imageType(fetched.body);
  if (type === null) return setFileState(cache.db, id, 'refused', 'not an image');
  try {
    keepFile(cache, id, { type, body: fetched.body, now: clock.now() });
  } catch (cause) {
    log({ level: 'warn', event: 'files.not-kept', fault: faultOf(cause) });
    setFileAgain(cache.db, id, clock.now() + AGAIN_MS, 'the disk did not take it');
  }
}

async function download(ports: EnginePorts, token: string, url: string): Promise<Fetched> {
  const timeout = new AbortController();
  const cancel = ports.clock.after(TIMEOUT_MS, () => timeout.abort());
  try {
    const response = await ports.fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      // To a page to sign in on, or anywhere else: the token does not go along.
      redirect: 'manual',
      signal: timeout.signal,
    });
    const refused = refusalOf(response);
    if (refused !== null) {
      await response.body?.cancel();
      return refused;
    }
    return { kind: 'body', body: await readBody(response, FILE_MAX) };
  } catch (cause) {
    return cause instanceof AnswerTooLarge
      ? { kind: 'refused', reason: 'too large' }
      : { kind: 'later', reason: 'not reached', ms: AGAIN_MS };
  } finally {
    cancel();
  }
}

function refusalOf({ status, type }: Response): Fetched | null {
  if (status === 200) return null;
  if (status === 404 || status === 410) return { kind: 'refused', reason: 'gone from Slack' };
  const isRedirect = type === 'opaqueredirect' || (status >= 300 && status < 400);
  if (isRedirect || status === 401 || status === 403) {
    return { kind: 'later', reason: 'this token may not read files', ms: NO_RIGHT_AGAIN_MS };
  }
  return { kind: 'later', reason: `answered with ${status}`, ms: AGAIN_MS };
}
