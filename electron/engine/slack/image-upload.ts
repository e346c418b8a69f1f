import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { MINUTE, SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { sharedName } from '#shared/domain/image.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import { stampDevice } from '#shared/ops/stamp.ts';
import { deviceOrNew } from '../account.ts';
import type { EnginePorts } from '../ports.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { lookUpImage } from '../store/image-files.ts';
import {
  type ImageUpload,
  refuseUpload,
  saveUpload,
  uploadOf,
  type WaitingImage,
  waitingImages,
} from '../store/image-uploads.ts';
import { fileClaiming } from '../store/images.ts';
import type { Attempt, Trouble } from '../transport.ts';
import type { SlackCall } from './client.ts';
import { isRefusal, refusalWords, type SlackFailure, troubleOf } from './failure.ts';
import { mayHoldFiles } from './files.ts';
import { callAsMember } from './member-call.ts';
import { placeOf, pullIncident, type Reading, type ReadPlace, readingWith } from './pull.ts';

/** How long another desktop, that made an entry, has its image to itself. */
const MAKERS_MS = 10 * MINUTE;
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

type Core = Reading['core'];

/** What uploading takes. */
export type Uploading = { readonly core: Core; readonly call: SlackCall };

/**
 * Incidents with an image that is to be uploaded from here: one that was added here, or that came in
 * a bundle and that its own desktop has not brought to Slack for a while.
 */
export function uploadsOwed({ db, ports }: Pick<Core, 'db' | 'ports'>): readonly IncidentId[] {
  return [...new Set(dueImages({ db, ports }).map(({ incident }) => incident))];
}

function dueImages({ db, ports }: Pick<Core, 'db' | 'ports'>): readonly WaitingImage[] {
  const waiting = waitingImages(db).filter(({ state }) => state !== 'refused');
  if (waiting.length === 0) return waiting;
  const device = deviceOrNew(db, ports.random);
  const now = ports.clock.now();
  return waiting.filter(
    ({ at, carriedBy }) => stampDevice(at) === device || now - tsMs(carriedBy) > MAKERS_MS,
  );
}

/**
 * Brings one image of an incident to its channel. Before anything is sent, the channel is read: what
 * an earlier life of this desktop, another desktop, or a call whose answer got lost has brought there
 * is found by its name and not sent again.
 */
export async function uploadImage({ core, call }: Uploading, id: IncidentId): Attempt<number> {
  const { db } = core;
  const place = placeOf({ core }, id);
  const image = dueImages(core).find(({ incident }) => incident === id);
  if (place === null || image === undefined) return ok(0);
  const settled = await isThere({ core, call }, place, image);
  if (!settled.ok) return settled;
  const kept = lookUpImage(db, image.hash);
  // It is gone from the disk: nothing can be done, and the entry says that it is not here.
  if (settled.value || kept === null) return settle({ core, call }, place, image, 'done');
  const sent = await send({ core, call }, place, image, readFileSync(kept.path));
  if (sent.ok) return settle({ core, call }, place, image, 'done');
  if (sent.error.kind !== 'refused-here') return err(sent.error);
  const { message, hint } = sent.error;
  inTransaction(db, () => refuseUpload(db, id, image.hash, { message, hint }));
  tell(core, id);
  return ok(0);
}

function settle(
  { core }: Uploading,
  { incident }: ReadPlace,
  { hash }: WaitingImage,
  state: 'done',
): Result<number, Trouble> {
  const file = uploadOf(core.db, incident, hash)?.file ?? null;
  note(core.db, incident, hash, { state, file });
  tell(core, incident);
  return ok(0);
}

function tell({ emit }: Core, incident: IncidentId): void {
  emit({ view: 'incident', incident });
  emit({ view: 'sync' });
}

function note(db: Db, incident: IncidentId, hash: string, upload: ImageUpload): void {
  inTransaction(db, () => saveUpload(db, incident, hash, upload));
}

/** Whether the channel has it by now. Where it may have just been posted, it is looked for twice. */
async function isThere(
  { core, call }: Uploading,
  place: ReadPlace,
  image: WaitingImage,
): Attempt<boolean> {
  const { db, ports } = core;
  const before = uploadOf(db, place.incident, image.hash);
  const mayBeThere = before?.state === 'completing';
  if (mayBeThere && before.file !== null && (await isShared(call, place.channel, before.file))) {
    return ok(true);
  }
  const reads = mayBeThere ? 2 : 1;
  for (let n = 1; n <= reads; n++) {
    const read = await pullIncident(readingWith(core, call), place.incident);
    if (!read.ok) return read;
    if (fileClaiming(db, place.channel, image) !== null) return ok(true);
    if (n < reads) await pause(ports, READ_LAG_MS);
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

/** Slack does not take this image, and only this: all else goes on. */
type Refused = { readonly kind: 'refused-here'; readonly message: string; readonly hint: string };
type Sent = Promise<Result<void, Trouble | Refused>>;

async function send(
  { core, call }: Uploading,
  place: ReadPlace,
  image: WaitingImage,
  body: Buffer<ArrayBuffer>,
): Sent {
  const { db, ports } = core;
  const { incident, channel } = place;
  const where = `the image ${image.name} in #${place.name}`;
  const filename = sharedName(image);
  const about = image.alt === '' ? {} : { alt_txt: image.alt };
  const args = { filename, length: body.byteLength, ...about };
  const asked = await call('files.getUploadURLExternal', args, Place);
  if (!asked.ok) return err(wordsOf(asked.error, where));
  const { upload_url: url, file_id: file } = asked.value;
  note(db, incident, image.hash, { state: 'begun', file });
  const posted = await post(ports, url, body, where);
  if (!posted.ok) return posted;
  note(db, incident, image.hash, { state: 'completing', file });
  const files = [{ id: file, title: image.name }];
  const share = { files, channel_id: channel, channel };
  const completed = await callAsMember(call, 'files.completeUploadExternal', share, z.object({}));
  return completed.ok ? ok(undefined) : err(wordsOf(completed.error, where));
}

function wordsOf(failure: SlackFailure, where: string): Trouble | Refused {
  if (!isRefusal(failure)) return troubleOf(failure, where);
  const { message, hint } = refusalWords(failure, where);
  // The token is good for all else: it is from before images were brought to Slack, perhaps.
  const isRight = failure.code === 'missing_scope';
  return { kind: 'refused-here', message: isRight ? NO_RIGHT : message, hint };
}

const NO_RIGHT = 'Images stay on this computer: your Slack token may not add files.';

/** Sends the bytes to the place that Slack named. The address is the permission: no token goes along. */
async function post(
  ports: EnginePorts,
  url: string,
  body: Buffer<ArrayBuffer>,
  where: string,
): Sent {
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

const NOT_SENT: Trouble = { kind: 'offline', message: 'The image did not reach Slack.' };

function answerOf(status: number, where: string): Result<void, Trouble | Refused> {
  if (status === 200) return ok(undefined);
  if (status === 429) return err({ kind: 'limited', retryAfter: MINUTE });
  if (status < 400 || status >= 500) return err(NOT_SENT);
  return err({
    kind: 'refused-here',
    message: `Slack did not take ${where} (${status}).`,
    hint: 'Retry. If it stays, post it in Slack by hand.',
  });
}
