import { z } from 'zod';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { EnginePorts } from '../ports.ts';
import type { Attempt, Trouble } from '../transport.ts';
import type { SlackCall } from './client.ts';
import { isRefusal, refusalWords, type SlackFailure, troubleOf } from './failure.ts';
import { mayHoldFiles } from './files.ts';
import { callAsMember } from './member-call.ts';
import { pullIncident, type Reading, type ReadPlace, readingWith } from './pull.ts';

/** A read can lag a post by seconds. */
const READ_LAG_MS = 3 * SECOND;
/** Longest wait for ten megabytes to leave. */
const SEND_MS = 5 * MINUTE;

const Place = z.object({ upload_url: z.string(), file_id: z.string() });
const Info = z.object({
  file: z.object({
    shares: z.record(z.string(), z.record(z.string(), z.unknown())).optional().catch(undefined),
  }),
});

/** What uploading takes. */
export type Uploading = { readonly core: Reading['core']; readonly call: SlackCall };

/** A file as it goes to a channel. */
export type Parcel = {
  readonly filename: string;
  readonly title: string;
  readonly body: Buffer<ArrayBuffer>;
  /** What is to be seen on an image; empty where nobody said, or it is none. */
  readonly alt: string;
  /** Said with it, as Slack's text; empty for nothing. */
  readonly comment: string;
  /** What it is and where it goes, for words: `the image graph.png in #inc-…`. */
  readonly where: string;
  /** What it means that the token may add no files. */
  readonly noRight: string;
  /**
   * Writes down how far it is, before the next call leaves: `completing` means that it may be in the
   * channel. False where nobody wants it there any more.
   */
  readonly note: (state: 'begun' | 'completing', file: string) => boolean;
};

/** Slack does not take this file, and only this: all else goes on. */
export type RefusedFile = {
  readonly kind: 'refused-here';
  readonly message: string;
  readonly hint: string;
};
type Sent<T> = Promise<Result<T, Trouble | RefusedFile>>;

/** Whether the channel has a file by now, that was perhaps just posted there: it is looked for twice. */
export async function isInChannel(
  { core, call }: Uploading,
  place: ReadPlace,
  /** Slack's id of what was asked to be shared, and may have been; null where nothing was. */
  mayBeThere: string | null,
  isKnown: () => boolean,
): Attempt<boolean> {
  if (mayBeThere !== null && (await isShared(call, place.channel, mayBeThere))) return ok(true);
  const reads = mayBeThere === null ? 1 : 2;
  for (let n = 1; n <= reads; n++) {
    const read = await pullIncident(readingWith(core, call), place.incident);
    if (!read.ok) return read;
    if (isKnown()) return ok(true);
    if (n < reads) await pause(core.ports, READ_LAG_MS);
  }
  return ok(false);
}

const pause = ({ clock }: Pick<EnginePorts, 'clock'>, ms: number) =>
  new Promise<void>((resolve) => void clock.after(ms, resolve));

/** Whether Slack says that a file stands in a channel. A token that may not ask says nothing. */
async function isShared(call: SlackCall, channel: string, file: string): Promise<boolean> {
  const info = await call('files.info', { file }, Info);
  const shares = info.ok ? Object.values(info.value.file.shares ?? {}) : [];
  return shares.some((channels) => Object.hasOwn(channels, channel));
}

/** Brings a file to a channel. @returns false where nobody wanted it there any more */
export async function sendFile(
  { core, call }: Uploading,
  { channel }: ReadPlace,
  parcel: Parcel,
): Sent<boolean> {
  const { filename, title, body, alt, comment } = parcel;
  const about = alt === '' ? {} : { alt_txt: alt };
  const args = { filename, length: body.byteLength, ...about };
  const asked = await call('files.getUploadURLExternal', args, Place);
  if (!asked.ok) return err(wordsOf(asked.error, parcel));
  const { upload_url: url, file_id: file } = asked.value;
  if (!parcel.note('begun', file)) return ok(false);
  const posted = await post(core.ports, url, parcel);
  if (!posted.ok) return posted;
  if (!parcel.note('completing', file)) return ok(false);
  const said = comment === '' ? {} : { initial_comment: comment };
  const share = { files: [{ id: file, title }], channel_id: channel, channel, ...said };
  const completed = await callAsMember(call, 'files.completeUploadExternal', share, z.object({}));
  return completed.ok ? ok(true) : err(wordsOf(completed.error, parcel));
}

function wordsOf(failure: SlackFailure, { where, noRight }: Parcel): Trouble | RefusedFile {
  if (!isRefusal(failure)) return troubleOf(failure, where);
  const { message, hint } = refusalWords(failure, where);
  // The token is good for all else: it is from before files were brought to Slack, perhaps.
  const isRight = failure.code === 'missing_scope';
  return { kind: 'refused-here', message: isRight ? noRight : message, hint };
}

/** Sends the bytes to the place that Slack named. The address is the permission: no token goes along. */
async function post(ports: EnginePorts, url: string, { body, where }: Parcel): Sent<void> {
  if (!mayHoldFiles(url, ports.slackApiUrl)) {
    const message = `Slack named a place for ${where} that is not Slack’s.`;
    return err({ kind: 'refused-here', message, hint: 'Retry. If it stays, post it by hand.' });
  }
  const timeout = new AbortController();
  const cancel = ports.clock.after(SEND_MS, () => timeout.abort());
  try {
    const headers = { 'content-type': 'application/octet-stream' };
    const init = {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: timeout.signal,
    } as const;
    const response = await ports.fetch(url, init);
    await response.body?.cancel();
    return answerOf(response.status, where);
  } catch {
    // Without the last call nobody sees what has arrived: it is begun anew.
    return err(NOT_SENT);
  } finally {
    cancel();
  }
}

const NOT_SENT: Trouble = { kind: 'offline', message: 'The file did not reach Slack.' };

function answerOf(status: number, where: string): Result<void, Trouble | RefusedFile> {
  if (status === 200) return ok(undefined);
  if (status === 429) return err({ kind: 'limited', retryAfter: MINUTE });
  if (status < 400 || status >= 500) return err(NOT_SENT);
  return err({
    kind: 'refused-here',
    message: `Slack did not take ${where} (${status}).`,
    hint: 'Retry. If it stays, post it in Slack by hand.',
  });
}
