import { newUlid } from '#shared/base/ids.ts';
import { makeStamp, newDeviceId } from '#shared/ops/stamp.ts';
import { SlackError } from '../localslack/answer.ts';
import type { Channel } from '../localslack/model.ts';
import type { Desk } from './desk.ts';
import { type Draft, draftChange, draftDeclaration, draftQuery, type Sight } from './drafts.ts';
import { OPS_EVENT, peoplesMessages } from './slack-truth.ts';
import type { Stage } from './stage.ts';
import type { StoredOp } from './stored.ts';

/** A refusal tells a person why; these tell of a fault of the engine. */
const FAULTY = /^(internal|storage_.*|engine_stopped|unknown_request)$/;

/** Asks a desktop for something. What it confirms is remembered: it must never be lost. */
export function askFor(stage: Stage, desk: Desk, draft: Draft): void {
  const { chronicle, acked, answers } = stage;
  noteQueue(stage, desk, draft);
  void desk.ask(draft.kind, draft.name, draft.input).then((reply) => {
    if (reply === null || reply.type === 'event') return;
    const word = reply.type === 'result' ? 'done' : reply.error.code;
    const counted = `${draft.name} ${word}`;
    answers.set(counted, (answers.get(counted) ?? 0) + 1);
    if (reply.type === 'error') {
      if (FAULTY.test(word)) {
        chronicle.fail(`${desk.name}: ${draft.name} failed: ${reply.error.message}`);
      }
      return;
    }
    if (draft.kind === 'query' || desk.state() !== 'running') return;
    if (draft.name === 'queue.edit') stage.requeued.add(String(Object(reply.output).op));
    const made = desk.stored().newOwnOps();
    // What an edit of a waiting change makes stands where the old one stood.
    if (draft.name !== 'queue.edit') checkLatest(stage, desk, made);
    for (const op of made) {
      chronicle.note('acked', desk.name, op.id, op.at, op.entity, JSON.stringify(op.set));
      acked.set(op.id, op);
    }
  });
}

/**
 * A change comes after all that its person could see: it would else be undone as it is made. What
 * was stored after it they could not: a desktop also writes things down by itself, some time before.
 */
function checkLatest({ chronicle }: Stage, desk: Desk, made: readonly StoredOp[]): void {
  for (const { id, incident, entity, at } of made) {
    const [later] = desk.stored().rows(
      `SELECT id FROM op WHERE incident = ? AND entity = ? AND stamp > ?
         AND rowid < (SELECT rowid FROM op WHERE id = ?)`,
      incident,
      entity,
      at,
      id,
    );
    if (later !== undefined) {
      chronicle.fail(`${id} of ${desk.name} was made after ${later.id} and counts before it`);
    }
  }
}

/** What a person takes back need not reach Slack, and what they put back has lost its place. */
function noteQueue({ tookBack, requeued }: Stage, desk: Desk, { name, input }: Draft): void {
  if (/^queue\.(cancel|discard|edit)$/.test(name)) tookBack.add(desk.name);
  if (name !== 'queue.restore') return;
  for (const op of Object(input).ops) requeued.add(String(op));
}

export const PEOPLE_NAMES = ['name:Zoë', 'name:<@U1>'];

export function sightOf(stage: Stage, desk: Desk): Sight {
  return {
    now: desk.clock.now,
    incidents: desk.stored().incidents(),
    entities: (incident) => desk.stored().entities(incident),
    lines: (incident) => desk.stored().lines(incident),
    queue: () => [
      ...desk
        .stored()
        .waiting()
        .map((row) => row.op),
      ...desk.stored().cancelled(),
    ],
    people: [...stage.desks.map(({ user }) => user), ...PEOPLE_NAMES],
  };
}

/** Somebody at a desktop changes something, or looks at something. */
export function actAtDesk(stage: Stage, desk: Desk, incidentsMax: number): void {
  const { chance } = stage;
  const sight = sightOf(stage, desk);
  const known = sight.incidents.length;
  const isEarly = known === 0 || (known < incidentsMax && chance.maybe(0.08));
  if (isEarly) askFor(stage, desk, draftDeclaration(chance, sight));
  else askFor(stage, desk, draftChange(chance, sight));
  // It may have been killed over it.
  if (desk.state() !== 'running') return;
  if (chance.maybe(0.15)) askFor(stage, desk, draftQuery(chance, sight));
  if (known > 0 && chance.maybe(0.1)) {
    const incident = chance.pick(sight.incidents);
    askFor(stage, desk, { kind: 'query', name: 'incident', input: { incident } });
  }
}

/** Somebody writes, edits, deletes or reacts in Slack's own window. What Slack refuses is left. */
export function actInSlack(stage: Stage): void {
  const { slack, chance, desks, chronicle, timeline } = stage;
  const channels = slack.channels().filter(({ name }) => name.startsWith('inc-'));
  if (channels.length === 0) return;
  const channel = chance.pick(channels);
  const { user } = chance.pick(desks);
  try {
    const did = inSlack(stage, channel, user);
    chronicle.note(timeline.now(), user, did, channel.name);
  } catch (cause) {
    if (!(cause instanceof SlackError)) throw cause;
  }
}

/** A Quarterdeck of the future is among them: what it writes must be kept and passed on as it is. */
function actWithNewer({ slack, chance, timeline }: Stage, channel: Channel, user: string): string {
  const [known] = channel.messages.flatMap(({ metadata }) => metadata?.event_payload.body ?? []);
  const incident = /"incident":"([0-9A-Z]{26})"/.exec(String(known ?? ''))?.[1];
  if (incident === undefined) return 'waits';
  const random = chance.random;
  const id = newUlid({ now: timeline.now, random });
  const at = makeStamp(timeline.now(), 0, newDeviceId(random));
  const set = { mood: chance.pick(['calm', 'tense']), severity: 'minor' };
  const entity = chance.pick(['incident', `weather:${id}`]);
  const op = { v: 9, id, at, by: user, incident, entity, set, forecast: { rain: 0.4 } };
  channel.members.add(user);
  const ts = slack.as(user).post(channel.id, 'something newer');
  const message = channel.messages.find((written) => written.ts === ts);
  if (message === undefined) return 'waits';
  message.metadata = {
    event_type: OPS_EVENT,
    event_payload: { v: 1, n: 1, ids: id, body: JSON.stringify([op]) },
  };
  return 'writes with a newer Quarterdeck';
}

const EMOJI = ['eyes', 'pushpin', 'white_check_mark'];

function inSlack(stage: Stage, channel: Channel, user: string): string {
  const { slack, chance } = stage;
  const person = slack.as(user);
  const written = peoplesMessages(channel);
  const own = written.filter((message) => message.user === user);
  const draw = chance.random();
  if (draw > 0.95) return actWithNewer(stage, channel, user);
  if (draw < 0.25 && own.length > 0) {
    person.edit(channel.id, chance.pick(own).ts, `edited &amp; changed ${chance.between(1, 99)}`);
    return 'edits';
  }
  if (draw < 0.35 && own.length > 0) {
    person.remove(channel.id, chance.pick(own).ts);
    return 'deletes';
  }
  if (draw < 0.5 && channel.messages.length > 0) {
    person.react(channel.id, chance.pick(channel.messages).ts, chance.pick(EMOJI));
    return 'reacts';
  }
  if (draw < 0.6 && written.length > 0) {
    person.reply(channel.id, chance.pick(written).ts, `in the thread ${chance.between(1, 99)}`);
    return 'replies';
  }
  if (!channel.members.has(user)) {
    if (!channel.isPrivate) person.join(channel.id);
    // A private channel is joined when a member invites.
    else slack.as(chance.pick([...channel.members])).invite(channel.id, user);
    return 'comes';
  }
  person.post(channel.id, `graph &lt;1&gt; ${chance.between(1, 99)} <@${user}>`);
  return 'writes';
}
