import { gzipSync } from 'node:zlib';
import type { Fault } from './faults.ts';
import { answered, type Outcome, type Reply } from './reply.ts';

/** A fault that lets Slack do its part and spoils the answer. */
export type Damage = Extract<
  Fault,
  {
    readonly kind:
      | 'broken-off'
      | 'truncated'
      | 'gzip-cut'
      | 'malformed'
      | 'oversize'
      | 'omit'
      | 'repeat';
  }
>;

const OVERSIZE = 32 * 1_048_576;
const USUAL_SHARE = 0.5;

/** An answer as it comes through a fault, the same for the same numbers from `random`. */
export function damaged(fault: Damage, reply: Reply, random: () => number): Outcome {
  const body = Buffer.from(reply.body);
  const given = 'at' in fault ? fault.at : undefined;
  const cutOf = (bytes: Buffer) => Math.min(given ?? anywhere(bytes, random), bytes.length);
  switch (fault.kind) {
    case 'truncated':
      return answered(withBody(reply, body.subarray(0, cutOf(body)), fault.kind));
    case 'broken-off':
      return { ...answered(withBody(reply, body, fault.kind)), breaksAt: cutOf(body) };
    case 'gzip-cut': {
      const packed = gzipSync(body);
      const cut = withBody(reply, packed.subarray(0, cutOf(packed)), fault.kind);
      return answered({ ...cut, headers: { ...cut.headers, 'content-encoding': 'gzip' } });
    }
    case 'malformed':
      return answered(withBody(reply, malformed(body.toString(), random), fault.kind));
    case 'oversize':
      return answered(
        withBody(reply, padded(body.toString(), fault.bytes ?? OVERSIZE), fault.kind),
      );
    case 'omit':
      return answered(withMessages(reply, fault.share, random, () => []));
    case 'repeat':
      return answered(withMessages(reply, fault.share, random, (one) => [one, one]));
  }
}

const anywhere = (bytes: Buffer, random: () => number): number =>
  Math.floor(random() * bytes.length);

const withBody = (reply: Reply, body: string | Uint8Array, told: string): Reply => ({
  ...reply,
  body,
  told,
});

/** JSON with a mistake, as what stands between desktop and Slack may make it. */
const MISTAKES: readonly ((json: string) => string)[] = [
  (json) => `${json}${json}`,
  (json) => json.slice(1),
  (json) => json.replace('":', '"='),
  (json) => `while(1);${json}`,
  (json) => json.replaceAll('"', "'"),
  (json) => `${json.slice(0, -1)},}`,
];

function malformed(json: string, random: () => number): string {
  const mistake = MISTAKES[Math.floor(random() * MISTAKES.length)];
  return mistake === undefined ? '' : mistake(json);
}

/** The same answer, and so much beside it that it has this many bytes. */
function padded(json: string, bytes: number): string {
  const frame = `${json.slice(0, -1)},"padding":""}`;
  const missing = Math.max(0, bytes - Buffer.byteLength(frame));
  return `${frame.slice(0, -2)}${'x'.repeat(missing)}"}`;
}

/** A page in which some messages, one at least, are not as they were; the rest of it is as it was. */
function withMessages(
  reply: Reply,
  share: number | undefined,
  random: () => number,
  change: (message: unknown) => readonly unknown[],
): Reply {
  const answer = JSON.parse(String(reply.body));
  if (!Array.isArray(answer.messages) || answer.messages.length === 0) return reply;
  const certain = Math.floor(random() * answer.messages.length);
  const messages = answer.messages.flatMap((message: unknown, i: number) =>
    random() < (share ?? USUAL_SHARE) || i === certain ? change(message) : [message],
  );
  return { ...reply, body: JSON.stringify({ ...answer, messages }) };
}
