import { z } from 'zod';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Op, parseOp } from '#shared/ops/op.ts';
import { asWritten } from '../log/taken-id.ts';

/** The event type of messages that carry ops. */
export const OPS_EVENT = 'quarterdeck_ops';

/**
 * How much of a body one message carries, in UTF-8 bytes. Slack has a limit on metadata and does
 * not publish it; 4 KB with the rest of the payload is our own, careful, bound.
 */
const BODY_BYTES = 3_600;

const CARRIER_VERSION = 1;

/** Flat scalars only: nothing else is sure to survive Slack's validation. */
type OpsPayload = {
  readonly v: number;
  /** How many ops the batch holds. */
  readonly n: number;
  /** Ids of the ops, with commas between: a reader can tell what is in it without the body. */
  readonly ids: string;
  /** JSON of the ops, or this message's piece of it. */
  readonly body: string;
  /** For a batch that needs several messages: which piece this is, counted from 1, of how many. */
  readonly part?: number;
  readonly parts?: number;
};

export type OpsMetadata = { readonly event_type: string; readonly event_payload: OpsPayload };

const utf8 = new TextEncoder();
const bytes = (text: string) => utf8.encode(text).length;

/** How many of the ops fit into one message. One at least: an op too large alone goes in pieces. */
export function fitting(ops: readonly Op[]): number {
  let size = 2;
  let n = 0;
  for (const op of ops) {
    size += bytes(JSON.stringify(op)) + 1;
    if (n > 0 && size > BODY_BYTES) break;
    n++;
  }
  return n;
}

/** The metadata of the message, or messages, that carry a batch. */
export function encodeOps(given: readonly Op[]): readonly OpsMetadata[] {
  const ops = given.map(asWritten);
  const pieces = cut(JSON.stringify(ops));
  const ids = ops.map((op) => op.id).join(',');
  return pieces.map((body, i) => ({
    event_type: OPS_EVENT,
    event_payload: {
      v: CARRIER_VERSION,
      n: ops.length,
      ids,
      body,
      ...(pieces.length > 1 ? { part: i + 1, parts: pieces.length } : {}),
    },
  }));
}

/** Cuts by bytes, never inside a character. */
function cut(text: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  for (const character of text) {
    const width = bytes(character);
    if (size + width > BODY_BYTES) {
      pieces.push(piece);
      piece = '';
      size = 0;
    }
    piece += character;
    size += width;
  }
  pieces.push(piece);
  return pieces;
}

const Payload = z.object({
  v: z.int().min(1),
  ids: z.string().max(4_000),
  body: z.string().max(100_000),
  part: z.int().min(1).max(1_000).optional(),
  parts: z.int().min(1).max(1_000).optional(),
});

/** A message's share of a batch, as read. `batch` joins the pieces. */
export type Carried = {
  readonly batch: string;
  readonly body: string;
  readonly part: number;
  readonly parts: number;
};

/** Reads metadata of our type. The reason of a refusal is for the log. */
export function decodePayload(payload: unknown): Result<Carried, string> {
  const parsed = Payload.safeParse(payload);
  if (!parsed.success) return err(parsed.error.issues[0]?.path.join('.') ?? 'payload');
  const { ids, body, part = 1, parts = 1 } = parsed.data;
  return part > parts ? err('part') : ok({ batch: ids, body, part, parts });
}

/** The ops of a whole body. One that cannot be read does not take the others with it. */
export function decodeBody(body: string): {
  readonly ops: readonly Op[];
  readonly refused: string[];
} {
  const refused: string[] = [];
  const ops: Op[] = [];
  for (const item of listIn(body, refused)) {
    const op = parseOp(item);
    if (op.ok) ops.push(op.value);
    else refused.push(op.error);
  }
  return { ops, refused };
}

function listIn(body: string, refused: string[]): readonly unknown[] {
  try {
    const list: unknown = JSON.parse(body);
    if (Array.isArray(list)) return list;
    refused.push('body: not a list');
  } catch {
    refused.push('body: not JSON');
  }
  return [];
}
