import { SECOND } from '#shared/base/duration.ts';
import { ok, type Result } from '#shared/base/result.ts';
import type { ContractError, ErrorCode } from '#shared/contract/errors.ts';
import { type Desk, type DeskPorts, openDesk } from './desk.ts';
import { HELP, type Place, type Request, readCommandLine } from './options.ts';
import { type Answer, type Surroundings, type Verb, verbs } from './verbs.ts';

/** What a run ends with: docs/command-line.md tells what each code means. */
export type Outcome = { readonly out: string; readonly error: string; readonly code: number };

export type RunPorts = Omit<Surroundings, 'desk'> & {
  readonly pause: DeskPorts['pause'];
  readonly deskOf: (place: Place) => DeskPorts;
  /** Whether a token was given: then Slack is waited for. */
  readonly hasToken: boolean;
};

const USAGE = 2;
const NOT_FOUND = 3;
const NO_DESK = 4;
const CODES: Partial<Record<ErrorCode, number>> = {
  not_found: NOT_FOUND,
  storage_failed: NO_DESK,
  storage_full: NO_DESK,
  profile_in_use: NO_DESK,
  newer_profile: NO_DESK,
  engine_stopped: NO_DESK,
};

/** Slack is asked for a while; what is not there by then goes with the next start. */
const WAIT_TRIES = 100;
const WAIT_MS = SECOND / 5;

/** Does one thing from a command line. */
export async function runCommandLine(args: readonly string[], ports: RunPorts): Promise<Outcome> {
  const read = readCommandLine(args);
  if (!read.ok) return { out: '', error: `${read.error}\n`, code: USAGE };
  const { request, place, json } = read.value;
  if (request.verb === 'help') return { out: HELP, error: '', code: 0 };
  const answered = await onDesk(ports, place, request);
  if (!answered.ok) return refusal(answered.error, json);
  const { text, json: value } = answered.value;
  const isFile = request.verb === 'follow-ups' && request.format !== null;
  const isPrinted = !json || isFile || (request.verb === 'export' && request.out === null);
  return { out: `${isPrinted ? text : JSON.stringify(value)}\n`, error: '', code: 0 };
}

async function onDesk(
  ports: RunPorts,
  place: Place,
  request: Exclude<Request, { verb: 'help' }>,
): Promise<Result<Answer, ContractError>> {
  const opened = await openDesk(ports.deskOf(place));
  if (!opened.ok) return opened;
  const desk = opened.value;
  try {
    // Each verb takes its own request: the types, joined by name at the source, meet here.
    const verb = verbs[request.verb] as Verb<typeof request.verb>;
    const answer = await verb({ ...ports, desk }, request as never);
    return answer.ok && isWriting(request) ? ok(await told(desk, ports, answer.value)) : answer;
  } finally {
    await desk.close();
  }
}

const isWriting = ({ verb }: Request) => verb === 'declare' || verb === 'note' || verb === 'update';

/** Says where a change is by now. */
async function told(desk: Desk, ports: RunPorts, answer: Answer): Promise<Answer> {
  if (desk.isApp) return answer;
  if (!ports.hasToken) return { ...answer, text: `${answer.text} ${LATER}` };
  const isSent = await sent(desk, ports.pause);
  return isSent ? answer : { ...answer, text: `${answer.text} ${LATER}` };
}

const LATER = 'Saved here; Slack gets it when Quarterdeck is open.';

async function sent(desk: Desk, pause: RunPorts['pause']): Promise<boolean> {
  for (let tries = 0; tries < WAIT_TRIES; tries++) {
    const sync = await desk.query('sync', {});
    if (!sync.ok || sync.value.state === 'refused' || sync.value.parked > 0) return false;
    if (sync.value.waiting === 0) return true;
    await pause(WAIT_MS);
  }
  return false;
}

function refusal(error: ContractError, json: boolean): Outcome {
  const line = `${error.message} ${error.hint ?? ''}`.trim();
  const code = CODES[error.code] ?? 1;
  return { out: json ? `${JSON.stringify({ error })}\n` : '', error: `${line}\n`, code };
}
