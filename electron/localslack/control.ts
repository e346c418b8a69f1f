import { z } from 'zod';
import { NotThere, SlackError } from './answer.ts';
import { FaultShape } from './faults.ts';
import { LIMIT_MODES } from './limits.ts';
import type { Filling } from './people.ts';
import type { StandingClock } from './standing-clock.ts';
import type { Workspace } from './workspace.ts';
import { METADATA_PAYLOADS, PERSON_METADATA } from './world.ts';

/** A request to the local Slack itself, below `/_control/`. */
export type ControlRequest = {
  readonly verb: string;
  /** What comes after `/_control/`. */
  readonly name: string;
  readonly contentType: string;
  readonly body: string;
};

/** An HTTP status, and what is answered as JSON. A refusal is `{ error }`, in words. */
export type ControlReply = { readonly status: number; readonly answer: object };

/** What can be controlled: a workspace, and its clock where that is one that can be moved. */
export type Controlled = { readonly workspace: Workspace; readonly clock: StandingClock | null };

type Action = {
  /** What is answered; `{}` when there is nothing to say. */
  readonly run: (controlled: Controlled, body: unknown) => object;
};

/** An action that reads its body by a schema; a body that does not fit is refused with its place. */
function action<S extends z.ZodType>(
  shape: S,
  run: (controlled: Controlled, body: z.output<S>) => unknown,
): Action {
  return {
    run: (controlled, body) => {
      const answer = run(controlled, shape.parse(body));
      return typeof answer === 'object' && answer !== null ? answer : {};
    },
  };
}

const words = z.string().min(1);
const Nothing = z.strictObject({});
const At = z.strictObject({ channel: words, ts: words });

const RESET = action(Nothing, ({ workspace }) => workspace.reset());

const SAY = action(
  z.strictObject({
    user: words,
    channel: words,
    text: words,
    thread_ts: words.optional(),
    reply_broadcast: z.boolean().optional(),
  }),
  ({ workspace }, { user, channel, text, thread_ts, reply_broadcast = false }) => ({
    ts:
      thread_ts === undefined
        ? workspace.say(user, channel, text)
        : workspace.as(user).reply(channel, thread_ts, text, { broadcast: reply_broadcast }),
  }),
);

const EDIT = action(At.extend({ text: words }), ({ workspace }, { channel, ts, text }) =>
  workspace.edit(channel, ts, text),
);

const DELETE = action(At, ({ workspace }, { channel, ts }) => workspace.remove(channel, ts));

const REACT = action(
  At.extend({ user: words, emoji: words }),
  ({ workspace }, { user, channel, ts, emoji }) => workspace.as(user).react(channel, ts, emoji),
);

const UPLOAD = action(
  z.strictObject({
    user: words,
    channel: words,
    name: words,
    base64: z.base64(),
    comment: words.exactOptional(),
  }),
  ({ workspace }, { user, channel, base64, ...rest }) => ({
    file: workspace.as(user).upload(channel, { ...rest, bytes: Buffer.from(base64, 'base64') }),
  }),
);

const ARCHIVE = action(z.strictObject({ channel: words }), ({ workspace }, { channel }) =>
  workspace.archive(channel),
);

const END_TOKEN = action(
  z.strictObject({
    token: words,
    why: z.enum(['token_expired', 'token_revoked', 'account_inactive']),
  }),
  ({ workspace }, { token, why }) => workspace.endToken(token, why),
);

const SIGN_IN = action(z.strictObject({ user: words.nullable() }), ({ workspace }, { user }) =>
  workspace.signIn(user),
);

const LIST_FAULTS = action(Nothing, ({ workspace: { faults } }) => ({
  faults: faults.list(),
  lag: faults.lag(),
}));

const ADD_FAULTS = action(
  z.union([FaultShape.transform((fault) => [fault]), z.array(FaultShape).min(1)]),
  ({ workspace }, faults) => {
    for (const fault of faults) workspace.faults.add(fault);
  },
);

const CLEAR_FAULTS = action(Nothing, ({ workspace }) => workspace.faults.clear());

const SET_LAG = action(z.strictObject({ ms: z.number().min(0) }), ({ workspace }, { ms }) =>
  workspace.faults.setLag(ms),
);

const TELL_LIMITS = action(Nothing, ({ workspace: { limits } }) => ({ mode: limits.mode() }));

const SET_LIMITS = action(
  z.strictObject({ mode: z.enum(LIMIT_MODES) }),
  ({ workspace: { limits } }, { mode }) => limits.setMode(mode),
);

const TELL_METADATA = action(Nothing, ({ workspace: { metadata } }) => metadata);

const SET_METADATA = action(
  z.strictObject({
    max: z.int().min(0).optional(),
    person: z.enum(PERSON_METADATA).optional(),
    payload: z.enum(METADATA_PAYLOADS).optional(),
  }),
  ({ workspace: { metadata } }, rules) => Object.assign(metadata, rules),
);

/** A huge past at once: a message a second by the channel's members in turn, the last one now. */
const FILL = action(
  z.strictObject({ channel: words, count: z.int().min(1).max(2_000_000) }),
  ({ workspace }, { channel, count }) => {
    const [...members] = workspace.channelAt(channel).members;
    const start = workspace.now() - count * 1_000;
    const past = function* (): Generator<Filling> {
      for (let i = 0; i < count; i++) {
        const user = members[i % members.length] ?? 'USLACKBOT';
        yield { user, text: `message ${i + 1}`, at: start + i * 1_000 };
      }
    };
    workspace.fill(channel, past());
  },
);

const LIST_CALLS = action(Nothing, ({ workspace }) => ({ calls: workspace.calls }));

const TELL_CLOCK = action(Nothing, ({ workspace, clock }) => ({
  now: workspace.now(),
  stands: clock !== null,
}));

const moment = z.union([
  z.number(),
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
]);

const MOVE_CLOCK = action(
  z.union([z.strictObject({ set: moment }), z.strictObject({ advance: z.number().min(0) })]),
  ({ clock }, move) => {
    if (clock === null) {
      throw new Refused(409, 'This clock is the real one. Start localslack with --clock TIME.');
    }
    if ('set' in move) clock.set(move.set);
    else clock.advance(move.advance);
    return { now: clock.now(), stands: true };
  },
);

/** Everything that can be asked, by name and verb. What is not here is refused. */
const ACTIONS: Readonly<Record<string, Readonly<Record<string, Action>>>> = {
  reset: { POST: RESET },
  faults: { GET: LIST_FAULTS, POST: ADD_FAULTS, DELETE: CLEAR_FAULTS },
  lag: { POST: SET_LAG },
  limits: { GET: TELL_LIMITS, POST: SET_LIMITS },
  calls: { GET: LIST_CALLS },
  clock: { GET: TELL_CLOCK, POST: MOVE_CLOCK },
  say: { POST: SAY },
  edit: { POST: EDIT },
  delete: { POST: DELETE },
  metadata: { GET: TELL_METADATA, POST: SET_METADATA },
  fill: { POST: FILL },
  react: { POST: REACT },
  upload: { POST: UPLOAD },
  archive: { POST: ARCHIVE },
  'end-token': { POST: END_TOKEN },
  'sign-in': { POST: SIGN_IN },
};

export const CONTROLS: readonly string[] = Object.keys(ACTIONS);

class Refused extends Error {
  readonly status: number;
  constructor(status: number, line: string) {
    super(line);
    this.status = status;
  }
}

/** Does what is asked, or says in words why not. */
export function control(controlled: Controlled, request: ControlRequest): ControlReply {
  try {
    const { run } = actionFor(request);
    return { status: 200, answer: { ok: true, ...run(controlled, bodyOf(request)) } };
  } catch (cause) {
    const { status, line } = refusalOf(cause);
    return { status, answer: { ok: false, error: line } };
  }
}

function actionFor({ verb, name }: ControlRequest): Action {
  const verbs = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (verbs === undefined) {
    throw new Refused(404, `There is no ${name}. There are: ${CONTROLS.join(', ')}.`);
  }
  const found = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (found === undefined) {
    throw new Refused(405, `${name} takes ${Object.keys(verbs).join(', ')}, not ${verb}.`);
  }
  return found;
}

function bodyOf({ verb, contentType, body }: ControlRequest): unknown {
  if (verb !== 'POST') return {};
  // A page in a browser cannot send this type here unasked, and nobody answers its question.
  if (!/^application\/json\b/.test(contentType)) {
    throw new Refused(415, 'Send JSON, with content-type: application/json.');
  }
  try {
    return body === '' ? {} : JSON.parse(body);
  } catch (cause) {
    throw new Refused(
      400,
      `The body is no JSON: ${cause instanceof Error ? cause.message : cause}`,
    );
  }
}

/** What Slack refuses, what does not fit and what is not there, in words. Other errors are ours. */
function refusalOf(cause: unknown): { readonly status: number; readonly line: string } {
  if (cause instanceof Refused) return { status: cause.status, line: cause.message };
  if (cause instanceof SlackError) return { status: 409, line: cause.code };
  if (cause instanceof z.ZodError) {
    const [issue] = cause.issues;
    return { status: 400, line: `${issue?.path.join('.') || 'The body'}: ${issue?.message}` };
  }
  if (cause instanceof NotThere) return { status: 404, line: cause.message };
  throw cause;
}
