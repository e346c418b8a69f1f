import { z } from 'zod';
import { SlackError } from './answer.ts';
import { structure } from './arguments.ts';
import type { Metadata } from './model.ts';
import type { Call } from './world.ts';

/** As the types of @slack/types 3.2 have it: scalars, objects of scalars, lists of such objects. */
const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const Flat = z.record(z.string(), Scalar);
const MetadataShape = z.object({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.union([Scalar, Flat, z.array(Flat)])),
});

const AnyMetadataShape = MetadataShape.extend({
  event_payload: z.record(z.string(), z.unknown()),
});

/** The metadata a call sends; null when it sends none. */
export function readMetadata(call: Call): Metadata | null {
  const given = structure(call.args, 'metadata', 'invalid_metadata_format');
  return given === null ? null : checked(call, given);
}

/** What an update makes of metadata: absent keeps it, `{}` takes it away, other replaces it. */
export function updatedMetadata(call: Call, before: Metadata | null): Metadata | null {
  const given = structure(call.args, 'metadata', 'invalid_metadata_format');
  if (given === null) return before;
  const isEmpty = typeof given === 'object' && Object.keys(given).length === 0;
  return isEmpty ? null : checked(call, given);
}

function checked(call: Call, given: unknown): Metadata | null {
  const { token, world } = call;
  const { max, person, payload } = world.metadata;
  const whenPerson = token.botId === null ? person : 'kept';
  if (whenPerson === 'refused') throw new SlackError('metadata_must_be_sent_from_app');
  const shape = payload === 'any' ? AnyMetadataShape : MetadataShape;
  const parsed = shape.safeParse(given);
  if (!parsed.success) throw new SlackError('invalid_metadata_format');
  if (JSON.stringify(parsed.data).length > max) {
    throw new SlackError('metadata_too_large');
  }
  return whenPerson === 'dropped' ? null : parsed.data;
}
