import { z } from 'zod';
import { WAIT_FORMS } from './limits.ts';

const count = z.int().min(1);
const ms = z.number().min(0);
/** Which calls it hits. */
const Target = z.object({
  /** Slack's method, or `*` for any. */
  method: z.string(),
  /** Only calls with this token. */
  token: z.string().exactOptional(),
  /** Lets this many matching calls through first. */
  skip: z.int().min(0).exactOptional(),
  /** How many calls it hits; 1 when not said. */
  times: count.exactOptional(),
});
/** Whether Slack did what was asked for, although its answer does not say so. */
const committed = z.boolean().exactOptional();

const at = z.int().min(0).exactOptional();
const share = z.number().min(0).max(1).exactOptional();

/** A deliberate failure of some calls. */
export const FaultShape = z.discriminatedUnion('kind', [
  /** 429. `retryAfter` in seconds; null leaves the header out, the form `date` tells a date. */
  Target.extend({
    kind: z.literal('limited'),
    retryAfter: z.number().nullable().exactOptional(),
    form: z.enum(WAIT_FORMS).exactOptional(),
  }),
  /** An HTTP status other than 200; 503 when not said. */
  Target.extend({ kind: z.literal('status'), status: z.int().exactOptional(), committed }),
  /** One of Slack's own codes; `fatal_error` when not said. */
  Target.extend({ kind: z.literal('error'), error: z.string().exactOptional(), committed }),
  /** The connection breaks before Slack did anything, or after. */
  Target.extend({ kind: z.literal('drop-before') }),
  Target.extend({ kind: z.literal('drop-after') }),
  /** No answer ever. */
  Target.extend({ kind: z.literal('hang'), committed }),
  /** The answer comes this much later. */
  Target.extend({ kind: z.literal('slow'), ms }),
  /** Messages are read as they were this long ago. */
  Target.extend({ kind: z.literal('stale'), ms }),
  /** A captive portal: its page in place of the answer, or a way to it. */
  Target.extend({ kind: z.literal('html') }),
  Target.extend({ kind: z.literal('redirect') }),
  /** The answer ends after some bytes, as if that were all of it; anywhere when not said. */
  Target.extend({ kind: z.literal('truncated'), at }),
  /** The connection breaks there: `content-length` promised more. */
  Target.extend({ kind: z.literal('broken-off'), at }),
  /** The answer is packed, and the packed bytes end there. */
  Target.extend({ kind: z.literal('gzip-cut'), at }),
  /** The answer is whole and no JSON. */
  Target.extend({ kind: z.literal('malformed') }),
  /** The answer has this many bytes, 32 MiB when not said, and is right. */
  Target.extend({ kind: z.literal('oversize'), bytes: count.exactOptional() }),
  /** The answer comes some bytes at a time, 1 when not said, this many ms apart. */
  Target.extend({ kind: z.literal('slow-loris'), bytes: count.exactOptional(), ms }),
  /** A page of messages comes again in place of the next, whose cursor it has. */
  Target.extend({ kind: z.literal('repeat-page') }),
  /** Some messages of a page are left out, or come twice: this share of them, half when not said. */
  Target.extend({ kind: z.literal('omit'), share }),
  Target.extend({ kind: z.literal('repeat'), share }),
]);
export type Fault = Readonly<z.infer<typeof FaultShape>>;

export type Faults = {
  readonly add: (fault: Fault) => void;
  readonly clear: () => void;
  /** What is still to hit, the next first, with what is left of `skip` and `times`. */
  readonly list: () => readonly Fault[];
  /** From now on every reader sees messages as they were this long ago: posts, edits, deletions. */
  readonly setLag: (ms: number) => void;
  readonly lag: () => number;
  /** The fault that hits this call, or null. */
  readonly next: (method: string, token: string | null) => Fault | null;
};

type Armed = { readonly fault: Fault; skip: number; times: number };

/** What is to fail, in the order it was asked for; of several that match a call, the first hits. */
export function createFaults(): Faults {
  let armed: Armed[] = [];
  let lag = 0;
  const matches = ({ fault }: Armed, method: string, token: string | null): boolean =>
    (fault.method === '*' || fault.method === method) &&
    (fault.token === undefined || fault.token === token);
  return {
    add: (fault) => {
      armed.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 });
    },
    clear: () => {
      armed = [];
      lag = 0;
    },
    list: () => armed.map(({ fault, skip, times }) => ({ ...fault, skip, times })),
    setLag: (ms) => {
      lag = ms;
    },
    lag: () => lag,
    next: (method, token) => {
      for (const item of armed) {
        if (!matches(item, method, token)) continue;
        if (item.skip > 0) {
          item.skip -= 1;
          continue;
        }
        item.times -= 1;
        armed = armed.filter((other) => other.times > 0);
        return item.fault;
      }
      return null;
    },
  };
}
