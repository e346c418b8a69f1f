import { z } from 'zod';
import { type IncidentId, ULID_PATTERN } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { ContractError } from '#shared/contract/errors.ts';
import { IMAGE_HASH, IMAGE_MAX } from '#shared/domain/image.ts';
import { type Op, parseOp } from '#shared/ops/op.ts';
import type { SlackMessage } from '../store/slack-messages.ts';
import type { BundledImage } from './images.ts';
import { notWhole } from './refusal.ts';

const Ts = z.string().regex(/^\d{1,12}\.\d{6}$/);
const short = z.string().max(300);
const long = z.string().max(100_000);

/** An image's bytes in base64. */
const IMAGE_TEXT_MAX = Math.ceil(IMAGE_MAX / 3) * 4;

const Head = z.strictObject({
  kind: z.literal('incident'),
  incident: z.string().regex(ULID_PATTERN),
  code: short,
  /** The workspace; null when it was made without one. */
  team: z.strictObject({ id: short, name: short }).nullable(),
  /** ms since 1970. */
  exportedAt: z.number(),
  by: short,
});

const Message = z.strictObject({
  ts: Ts,
  author: short,
  text: long,
  edited: z.boolean(),
  kind: z.enum(['message', 'ops', 'notice']),
  thread: Ts.nullable(),
  broadcast: z.boolean(),
  version: short,
  firstText: long.nullable(),
  firstVersion: short.nullable(),
  reactions: z.array(
    z.strictObject({ name: short, count: z.int(), users: z.array(short).max(1_000) }),
  ),
  files: z.array(
    z.strictObject({
      id: short,
      name: z.string().max(1_000),
      mimetype: short,
      size: z.number(),
      url: z.string().max(4_000).nullable(),
    }),
  ),
  pinned: z.boolean(),
  gone: z.boolean(),
});

const Line = z.discriminatedUnion('kind', [
  Head,
  z.strictObject({ kind: z.literal('channel'), channel: short, name: short }),
  z.strictObject({ kind: z.literal('person'), id: short, name: short }),
  z.strictObject({
    kind: z.literal('op'),
    /** Of the message that carries it; null when Slack was not known to have it. */
    ts: Ts.nullable(),
    op: z.unknown(),
  }),
  z.strictObject({
    kind: z.literal('message'),
    /** Its place in the timeline; null when it has none. */
    position: short.nullable(),
    message: Message,
  }),
  z.strictObject({
    kind: z.literal('image'),
    hash: z.string().regex(IMAGE_HASH),
    data: z.base64().max(IMAGE_TEXT_MAX),
  }),
  z.strictObject({ kind: z.literal('end'), lines: z.int() }),
]);

/** A message as a bundle holds it: without what only this desktop's reading made of it. */
export type BundledMessage = Omit<SlackMessage, 'channel' | 'hash' | 'missed'>;

/** One incident with all that is known of it. */
export type Content = {
  readonly incident: IncidentId;
  readonly code: string;
  readonly team: { readonly id: string; readonly name: string } | null;
  readonly exportedAt: number;
  readonly by: string;
  readonly channel: { readonly channel: string; readonly name: string } | null;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly ops: readonly { readonly op: Op; readonly ts: string | null }[];
  readonly messages: readonly {
    readonly position: string | null;
    readonly message: BundledMessage;
  }[];
  readonly images: readonly BundledImage[];
};

/** Content as lines of JSON. */
export function writeContent(content: Content): string {
  const { incident, code, team, exportedAt, by, channel, people, ops, messages, images } = content;
  const lines: object[] = [{ kind: 'incident', incident, code, team, exportedAt, by }];
  if (channel !== null) lines.push({ kind: 'channel', ...channel });
  for (const person of people) lines.push({ kind: 'person', ...person });
  for (const { op, ts } of ops) lines.push({ kind: 'op', ts, op });
  for (const { position, message } of messages) lines.push({ kind: 'message', position, message });
  for (const image of images) lines.push({ kind: 'image', ...image });
  lines.push({ kind: 'end', lines: lines.length });
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

/** Reads content: all of it is understood, or none is taken. */
export function readContent(text: string): Result<Content, ContractError> {
  const lines = text.split('\n');
  if (lines.pop() !== '') return err(notWhole('its end is missing'));
  const parsed: z.output<typeof Line>[] = [];
  for (const line of lines) {
    const read = readLine(line);
    if (read === null) return err(notWhole(`line ${parsed.length + 1} cannot be understood`));
    parsed.push(read);
  }
  const [head] = parsed;
  const end = parsed.at(-1);
  if (head?.kind !== 'incident' || end?.kind !== 'end' || end.lines !== parsed.length - 1) {
    return err(notWhole('lines are missing'));
  }
  return assemble(head, parsed.slice(1, -1));
}

function readLine(line: string): z.output<typeof Line> | null {
  try {
    const read = Line.safeParse(JSON.parse(line));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function assemble(
  head: z.output<typeof Head>,
  lines: readonly z.output<typeof Line>[],
): Result<Content, ContractError> {
  const { kind: _kind, ...said } = head;
  const incident = head.incident as IncidentId;
  let channel: Content['channel'] = null;
  const people: Content['people'][number][] = [];
  const ops: Content['ops'][number][] = [];
  const messages: Content['messages'][number][] = [];
  const images: BundledImage[] = [];
  for (const line of lines) {
    switch (line.kind) {
      case 'channel':
        channel = { channel: line.channel, name: line.name };
        break;
      case 'person':
        people.push({ id: line.id, name: line.name });
        break;
      case 'op': {
        const op = parseOp(line.op);
        if (!op.ok || op.value.incident !== incident)
          return err(notWhole('it holds an odd change'));
        ops.push({ op: op.value, ts: line.ts });
        break;
      }
      case 'message':
        messages.push({ position: line.position, message: line.message });
        break;
      case 'image':
        images.push({ hash: line.hash, data: line.data });
        break;
      default:
        return err(notWhole('its lines are out of order'));
    }
  }
  return ok({ ...said, incident, channel, people, ops, messages, images });
}
