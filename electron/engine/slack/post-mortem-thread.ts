import { POST_MORTEM, POST_MORTEM_TEXT } from '#shared/domain/post-mortem.ts';
import { entityParts, type Op } from '#shared/ops/op.ts';

/**
 * Where an op stands in an incident's channel: by itself, as the message that says a post-mortem was
 * begun; under it, as what was written in it; or in the channel with all the rest.
 */
type Place = 'root' | 'reply' | 'channel';

export function placeIn(op: Op): Place {
  const { kind } = entityParts(op.entity);
  if (kind === POST_MORTEM) return 'root';
  return kind === POST_MORTEM_TEXT ? 'reply' : 'channel';
}

/** The first of the ops, and those after it that may stand in one message with it. */
export function inOnePlace(ops: readonly Op[]): readonly Op[] {
  const [first] = ops;
  if (first === undefined) return [];
  const place = placeIn(first);
  if (place === 'root') return [first];
  const other = ops.findIndex((op) => placeIn(op) !== place);
  return other < 0 ? ops : ops.slice(0, other);
}
