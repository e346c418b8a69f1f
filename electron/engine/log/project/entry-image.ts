import type { IncidentId } from '#shared/base/ids.ts';
import { claimOf, IMAGE_HASH, IMAGE_NAME_MAX } from '#shared/domain/image.ts';
import { mayBeImage } from '#shared/domain/image-type.ts';
import { type EntityState, fieldValue, textField } from '#shared/ops/merge.ts';
import type { Db } from '../../store/database.ts';
import { removeEntryImage, saveEntryImage } from '../../store/images.ts';

/** No picture that can be shown is as wide or high. */
const SIDE_MAX = 1_000_000;
const BYTES_MAX = 1_000_000_000;

/** The image of an entry that is one. What does not add up has none. */
export function projectEntryImage(
  db: Db,
  incident: IncidentId,
  id: string,
  state: EntityState,
): void {
  removeEntryImage(db, incident, id);
  const hash = textField(state, 'image') ?? '';
  const type = textField(state, 'type') ?? '';
  if (textField(state, 'kind') !== 'image' || !IMAGE_HASH.test(hash) || !mayBeImage(type)) return;
  const width = count(state, 'width', SIDE_MAX);
  const height = count(state, 'height', SIDE_MAX);
  const bytes = count(state, 'bytes', BYTES_MAX);
  if (width === null || height === null || bytes === null) return;
  const name = (textField(state, 'name') ?? '').slice(0, IMAGE_NAME_MAX).toWellFormed();
  saveEntryImage(db, incident, id, {
    ...{ hash, claim: claimOf(hash), type, width, height, bytes },
    name: name === '' ? 'image' : name,
  });
}

function count(state: EntityState, field: string, most: number): number | null {
  const value = fieldValue(state, field);
  const isCount = typeof value === 'number' && Number.isInteger(value) && value > 0;
  return isCount && value <= most ? value : null;
}
