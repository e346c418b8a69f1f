import { err, ok } from '#shared/base/result.ts';
import { contractError } from '#shared/contract/errors.ts';
import { lookUpFile, readPart } from '../store/file-cache.ts';
import type { QueryHandlers } from './handler.ts';

/** Bytes of one answer: a multiple of three, so that parts in base64 stand one behind another. */
const PART = 768 * 1024;

const NOT_HERE = contractError(
  'not_found',
  'This image is not on this desktop yet.',
  'It is fetched from Slack as soon as that answers.',
);

export const imageQueries: Pick<QueryHandlers, 'image'> = {
  image: ({ db, ports }, { id, offset }) => {
    const found = lookUpFile({ db, profile: ports.profile }, id, ports.clock.now());
    if (found === null) return err(NOT_HERE);
    const part = readPart(found.path, offset, PART);
    const next = part.byteLength < PART ? null : offset + part.byteLength;
    return ok({ type: found.type, data: part.toString('base64'), next });
  },
};
