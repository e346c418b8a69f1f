/** A deliberate failure of some calls. */
export type Fault = {
  /** Slack's method, or `*` for any. */
  readonly method: string;
  readonly kind:
    | 'limited'
    | 'status'
    | 'error'
    | 'drop-before'
    | 'drop-after'
    | 'hang'
    | 'html'
    | 'redirect';
  /** Lets this many matching calls through first. */
  readonly skip?: number;
  /** How many calls it hits; 1 when not said. */
  readonly times?: number;
  /** Seconds, for `limited`. */
  readonly retryAfter?: number;
  /** For `status`. */
  readonly status?: number;
  /** Slack's code, for `error`. */
  readonly error?: string;
};

export type Faults = {
  readonly add: (fault: Fault) => void;
  readonly clear: () => void;
  /** History shows a post only this many ms after it. */
  readonly setLag: (ms: number) => void;
  readonly lag: () => number;
  /** The fault that hits this call, or null. */
  readonly next: (method: string) => Fault | null;
};

type Armed = { readonly fault: Fault; skip: number; times: number };

export function createFaults(): Faults {
  let armed: Armed[] = [];
  let lag = 0;
  return {
    add: (fault) => {
      armed.push({ fault, skip: fault.skip ?? 0, times: fault.times ?? 1 });
    },
    clear: () => {
      armed = [];
      lag = 0;
    },
    setLag: (ms) => {
      lag = ms;
    },
    lag: () => lag,
    next: (method) => {
      for (const item of armed) {
        if (item.fault.method !== '*' && item.fault.method !== method) continue;
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
