import type { EvidenceViewT } from '../../contract/views/evidence.ts';
import type { KeyTime } from '../../domain/key-times.ts';

export const MIN = 60_000;
/** When the incident was declared. */
export const T0 = Date.UTC(2026, 10, 21, 2, 10);

const ANA = { ref: 'U1', name: 'Ana' };
const BEN = { ref: 'U2', name: 'Ben' };

type Shape = {
  /** Nothing but a declaration. */
  readonly isEmpty?: boolean;
  readonly keyTimes?: { readonly [K in KeyTime]?: number | null };
  /** How many notes more. */
  readonly notes?: number;
};

/** What live blocks are made from: an incident of an hour and a half, or one that has only begun. */
export function evidence({ isEmpty = false, keyTimes = {}, notes = 0 }: Shape = {}): EvidenceViewT {
  const times = isEmpty
    ? { declared: T0 }
    : {
        began: T0 - 10 * MIN,
        detected: T0 - 4 * MIN,
        declared: T0,
        acknowledged: T0 + 2 * MIN,
        mitigated: T0 + 40 * MIN,
        resolved: T0 + 70 * MIN,
      };
  const made = { by: ANA, waiting: false };
  const line = { by: ANA, hidden: false, marker: null, waiting: false };
  const entry = (id: string, at: number, text: string, more = {}) => ({
    ...{ ...line, kind: 'note', id, at, text, slackText: null, edited: false, editedBy: null },
    ...{ movedBy: null, writtenAt: at, slack: null, files: [], ...more },
  });
  const many = Array.from({ length: notes }, (_, i) => entry(`N${i}`, T0 + i, `Note ${i}`));
  const update = (minute: number, nextBy: number | null) => ({
    ...{ ...made, id: `update-${minute}`, addedAt: T0 + minute * MIN, audience: 'internal' },
    ...{ form: 'full', conditions: 'Checkout fails', actions: '', needs: '' },
    nextBy: nextBy === null ? null : T0 + nextBy * MIN,
  });
  const view = {
    incident: {
      ...{ id: 'I1', code: 'INC-7F3K', name: 'Checkout errors', severity: 'major' },
      ...{ status: isEmpty ? 'investigating' : 'resolved', private: false, lead: ANA },
      ...{ declaredAt: T0, endedAt: isEmpty ? null : T0 + 70 * MIN, retrospective: false },
      summary: isEmpty ? '' : 'A deploy filled the cache.',
      impact: isEmpty ? '' : '1,200 people could not pay. See https://graphs.example/1.',
      situation: { symptoms: '', scope: '', trend: null, since: null },
      keyTimes: keyTimesOf({ ...times, ...keyTimes }),
      roles: isEmpty ? [] : [{ role: 'lead', name: 'Lead', person: ANA }],
      participants: isEmpty ? [] : [ANA, BEN].map((one) => ({ ...one, released: false })),
      actions: isEmpty
        ? []
        : [
            {
              ...{ id: 'A1', text: 'Roll back', owner: BEN, done: true, status: 'done' },
              ...{ addedAt: T0, doneAt: T0 + 35 * MIN, due: null, checkAt: null, outcome: 'yes' },
            },
          ],
    },
    statuses: [
      { value: 'investigating', at: T0 },
      ...(isEmpty
        ? []
        : [
            { value: 'fixing', at: T0 + 30 * MIN },
            { value: 'monitoring', at: T0 + 40 * MIN },
            { value: 'resolved', at: T0 + 70 * MIN },
          ]),
    ],
    severities: [{ value: 'major', at: T0 }],
    timeline: isEmpty
      ? []
      : [
          entry('E1', T0 - 9 * MIN, 'Deploy 812 goes out', { by: BEN }),
          {
            ...{ ...line, kind: 'change', id: 'C1', at: T0 },
            changes: [
              { kind: 'declared', name: 'Checkout errors', severity: 'major', private: false },
            ],
          },
          ...many,
          entry('E2', T0 + 38 * MIN, 'Rolled back', {
            marker: 'repair',
            files: [{ id: 'F1', name: 'graph.png', size: 9, image: 'here' }],
          }),
        ],
    left: 0,
    updates: isEmpty ? [] : [update(5, 25), update(20, 40), update(45, 600)],
    decisions: isEmpty
      ? []
      : [
          {
            ...{ ...made, id: 'D1', addedAt: T0 + 10 * MIN, question: 'Roll back or fix?' },
            ...{
              options: ['Roll back', 'Fix'],
              choice: 'Roll back',
              reason: 'It is known to work',
            },
            ...{ expected: '', expectedBy: null, outcome: 'yes' },
          },
        ],
    hypotheses: isEmpty
      ? []
      : [
          {
            ...{ ...made, id: 'H1', addedAt: T0 + 3 * MIN, text: 'The cache is full' },
            ...{ state: 'confirmed', evidence: 'Graph of evictions' },
          },
        ],
    followUps: isEmpty
      ? []
      : ['prevent', 'detect'].map((type) => ({
          ...{ ...made, id: type, addedAt: T0, text: `To ${type} it`, type, owner: ANA },
          ...{ state: 'soaking', soakUntil: null, due: null, doneWhen: '', issueUrl: null },
        })),
    people: [ANA, BEN],
  };
  return view as unknown as EvidenceViewT;
}

function keyTimesOf(at: { readonly [K in KeyTime]?: number | null }) {
  return Object.fromEntries(
    Object.entries(at).map(([key, ms]) => [key, ms === null ? null : { at: ms, by: 'set' }]),
  );
}
