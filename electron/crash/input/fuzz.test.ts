import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SECOND } from '#shared/base/duration.ts';
import type { IncidentId } from '#shared/base/ids.ts';
import { commands } from '#shared/contract/commands.ts';
import { ReplySchema } from '#shared/contract/envelope.ts';
import { queries } from '#shared/contract/queries.ts';
import { type Desktop, startDesktop } from '../../engine/testing/desktop.ts';
import { startTeam } from '../../engine/testing/team.ts';

let ana: Desktop;
let incident: IncidentId;
beforeEach(async () => {
  ana = await startDesktop();
  incident = await ana.declare('Slow');
});
afterEach(() => ana.stop());

/** Everything a person could see of what is stored. */
async function shown(): Promise<string> {
  const views = [
    await ana.query('desk', {}),
    await ana.query('incident', { incident }),
    await ana.query('timeline', { incident, limit: 200 }),
    await ana.query('settings', {}),
    (await ana.query('sync', {})).waiting,
  ];
  return JSON.stringify(views);
}

const junk = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
  }),
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
);
const names = [...Object.keys(commands), ...Object.keys(queries), '__proto__', 'toString', ''];
/** Fields that commands really have, with values that may be anything. */
const fields = fc.dictionary(
  fc.constantFrom(
    'incident',
    'name',
    'entry',
    'action',
    'text',
    'person',
    'role',
    'token',
    'limit',
    'done',
    'owner',
    'status',
    'severity',
    'before',
    '__proto__',
  ),
  fc.oneof(
    junk,
    fc.constant('01K0000000000000000000000A'),
    fc.constant('xoxp-nobody'),
    fc.boolean(),
  ),
);
const request = fc.oneof(
  { weight: 1, arbitrary: junk },
  {
    weight: 4,
    arbitrary: fc.record({
      id: fc.oneof(fc.nat(), junk),
      kind: fc.constantFrom('command', 'query', 'event'),
      name: fc.constantFrom(...names),
      input: fc.oneof(fields, junk),
    }),
  },
);

test('whatever a page sends, it gets an answer in the contract’s form, and a refusal stores nothing', async () => {
  let before = await shown();
  await fc.assert(
    fc.asyncProperty(request, async (raw) => {
      const reply = await ana.engine.handle(raw);
      expect(ReplySchema.safeParse(reply).success).toBe(true);
      const after = await shown();
      if (reply.type === 'error') {
        expect(reply.error.code).not.toBe('internal');
        expect(reply.error.message).not.toBe('');
        expect(after).toBe(before);
      }
      before = after;
    }),
    { numRuns: 400 },
  );
  expect(ana.log.filter(({ level }) => level === 'error')).toEqual([]);
});

/** What somebody else's program may put into metadata under our names. */
const payload = fc.oneof(
  fc.jsonValue(),
  fc.record({ v: junkScalar(), n: junkScalar(), ids: junkScalar(), body: junkScalar() }),
  fc.record({
    v: fc.constant(1),
    n: fc.constant(1),
    ids: fc.string(),
    body: fc.oneof(
      fc.json(),
      fc.string(),
      fc.array(opLike()).map((ops) => JSON.stringify(ops)),
    ),
    part: fc.oneof(fc.integer(), fc.constant(undefined)),
    parts: fc.oneof(fc.integer(), fc.constant(undefined)),
  }),
);

function junkScalar() {
  return fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.double());
}

/** Nearly an op, for an incident nobody declared. */
function opLike() {
  return fc.record(
    {
      v: fc.oneof(fc.constant(1), fc.integer()),
      id: fc.oneof(fc.constant('01K0000000000000000000000B'), fc.string()),
      at: fc.oneof(
        fc.constant('0mwpn5s00-0000-BBBBBBBBBB'),
        fc.constant('zzzzzzzzz-zzzz-ZZZZZZZZZZ'),
        fc.string(),
      ),
      by: fc.oneof(fc.constant('U0BEN000001'), fc.string()),
      incident: fc.constantFrom('01K0000000000000000000000C', 'nowhere'),
      entity: fc.oneof(fc.constantFrom('incident', 'entry:x', '__proto__'), fc.string()),
      set: fc.dictionary(fc.string(), fc.jsonValue()),
    },
    { requiredKeys: [] },
  );
}

test('whatever stands under our event type in Slack, the incident stays as it is and the sync goes on', async () => {
  const { slack, clock, join, incidentChannel, postWith } = startTeam();
  const ben = await join('xoxp-ben');
  const held = await ben.declare('Held');
  await clock.advance(20 * SECOND);
  const channel = incidentChannel('held');
  const look = async () => {
    const { people, ...view } = await ben.query('incident', { incident: held });
    return [view, (await ben.query('desk', {})).active.length];
  };
  const before = await look();
  await fc.assert(
    fc.asyncProperty(
      payload,
      fc.constantFrom('quarterdeck_ops', 'quarterdeck_incident'),
      async (event_payload, event_type) => {
        postWith(channel, 'not ours', { event_type, event_payload: event_payload as never });
        await clock.advance(25 * SECOND);
        expect(await look()).toEqual(before);
        expect(ben.log.filter(({ level }) => level === 'error')).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
  slack.say('U0ANA000001', slack.channelNamed(channel)?.id ?? '', 'still heard');
  await clock.advance(60 * SECOND);
  const { items } = await ben.query('timeline', { incident: held, limit: 5 });
  expect(items.some((item) => item.kind === 'message' && item.text === 'still heard')).toBe(true);
  expect((await ben.query('sync', {})).state).toBe('synced');
});
