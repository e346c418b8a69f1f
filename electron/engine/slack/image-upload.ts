import { readFileSync } from 'node:fs';
import { MINUTE } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { sharedName } from '#shared/domain/image.ts';
import { tsMs } from '#shared/ops/slack-ts.ts';
import { stampDevice } from '#shared/ops/stamp.ts';
import { deviceOrNew } from '../account.ts';
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
import { isInChannel, sendFile, type Uploading } from './file-upload.ts';
import { placeOf, type Reading, type ReadPlace } from './pull.ts';

/** How long another desktop, that made an entry, has its image to itself. */
const MAKERS_MS = 10 * MINUTE;

type Core = Reading['core'];

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
  const sent = await sendFile({ core, call }, place, {
    ...{ filename: sharedName(image), title: image.name, alt: image.alt, comment: '' },
    body: readFileSync(kept.path),
    where: `the image ${image.name} in #${place.name}`,
    noRight: NO_RIGHT,
    note: (state, file) => {
      note(db, id, image.hash, { state, file });
      return true;
    },
  });
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
function isThere(uploading: Uploading, place: ReadPlace, image: WaitingImage): Attempt<boolean> {
  const { db } = uploading.core;
  const before = uploadOf(db, place.incident, image.hash);
  const mayBeThere = before?.state === 'completing' ? before.file : null;
  return isInChannel(
    uploading,
    place,
    mayBeThere,
    () => fileClaiming(db, place.channel, image) !== null,
  );
}

const NO_RIGHT = 'Images stay on this computer: your Slack token may not add files.';
