import fc from 'fast-check';
import type { DeviceId, IncidentId, OpId } from '#shared/base/ids.ts';
import { newUlid } from '#shared/base/ids.ts';
import type { Op } from '#shared/ops/op.ts';
import { makeStamp } from '#shared/ops/stamp.ts';
import { seededRandom } from './random.ts';

const INCIDENTS = ['01K0000000000000000000000A', '01K0000000000000000000000B'] as IncidentId[];
const DEVICES = ['AAAAAAAAAA', 'BBBBBBBBBB', 'CCCCCCCCCC'] as DeviceId[];
/** The time of the made-up ops, within a few milliseconds. */
export const NOW = Date.UTC(2026, 10, 21);

const text = fc.constantFrom('', 'one', 'two', 'three', '¿ä€😀?');
/** Values of every type, right or wrong for the field: a stranger may send anything. */
const value = fc.oneof(
  { weight: 6, arbitrary: text },
  fc.constantFrom('minor', 'critical', 'catastrophic', 'fixing', 'resolved', 'note', 'U0ANA'),
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.constantFrom(0, 1.5, -1, NOW - 1_000, NOW + 1, Number.MAX_VALUE),
  fc.constant({ deep: ['er'] }),
  fc.constantFrom(
    'slack',
    '1732154400.000100',
    ['one', 2, 'two'],
    'https://acme.test/x',
    'javascript:alert(1)',
  ),
);
const fields = fc.dictionary(
  fc.constantFrom(
    'code',
    'name',
    'severity',
    'status',
    'private',
    'summary',
    'impact',
    'time.declared',
    'time.resolved',
    'person',
    'text',
    'owner',
    'done',
    'kind',
    'added',
    'deleted',
    'question',
    'options',
    'choice',
    'conditions',
    'audience',
    'nextBy',
    'due',
    'state',
    'url',
    'title',
    'to',
    'role',
    'happenedAt',
    'ts',
    'hidden',
    'marker',
    'as',
    'present',
    'type',
    'value',
    'unheardOf',
  ),
  value,
  { minKeys: 1, maxKeys: 4 },
);
const entity = fc.constantFrom(
  'incident',
  'role:lead',
  'role:scribe',
  'action:01A',
  'action:01B',
  'entry:01C',
  'entry:01D',
  'follow_up:01E',
  'update:01F',
  'update:01G',
  'decision:01H',
  'hypothesis:01J',
  'link:01K',
  'handover:01M',
  'line:note.01C',
  'line:change.01D',
  'line:message.1732154400.000100',
  'relation:01P',
  'participant:U0ANA',
  'field:01R',
  'surmise:01N',
);

const draft = fc.record({
  incident: fc.constantFrom(...INCIDENTS),
  entity,
  set: fields,
  by: fc.constantFrom('U0ANA', 'name:Ben'),
  // Few distinct times, so that stamps collide and ties are broken.
  ms: fc.integer({ min: 0, max: 6 }),
  device: fc.constantFrom(...DEVICES),
  counter: fc.integer({ min: 0, max: 2 }),
});

/** A list of ops as several desktops (and strangers) might make them, each with an id of its own. */
export const arbitraryOps: fc.Arbitrary<readonly Op[]> = fc
  .tuple(fc.array(draft, { maxLength: 40 }), fc.integer())
  .map(([drafts, seed]) => {
    const random = seededRandom(seed);
    return drafts.map(({ ms, device, counter, set, ...rest }): Op => {
      const id = newUlid({ now: () => NOW, random }) as OpId;
      const at = makeStamp(NOW + ms, counter, device);
      return { v: 1, id, at, ...rest, set: { ...set } as Op['set'] };
    });
  });
