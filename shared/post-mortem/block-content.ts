import { DAY, HOUR, MINUTE } from '../base/duration.ts';
import type { EvidenceViewT } from '../contract/views/evidence.ts';
import { KEY_TIMES, keyTimeName } from '../domain/key-times.ts';
import { severityName } from '../domain/severity.ts';
import { statusName } from '../domain/status.ts';
import { bulletList, type Content, line, paragraph, table, text } from './content.ts';
import { knownThen } from './known-then.ts';
import { written } from './linked-text.ts';
import type { LiveBlockKind } from './live-block.ts';
import { measuresOf } from './measures.ts';
import { actionsContent, followUpsContent } from './record-content.ts';
import { type Clock, type StoryLine, storyOf, UTC } from './story.ts';

/** Rows that a block shows at most: the timeline has the rest. */
const ROWS_MAX = 300;

/** What a block of a kind can be told. Anything else counts as absent. */
export type BlockOptions = {
  /** `timeline`: only what somebody marked. */
  readonly marked?: boolean;
  /** `updates`: of this audience alone. */
  readonly audience?: string;
};

/** What a block is made from. */
export type Making = {
  readonly evidence: EvidenceViewT;
  readonly options: BlockOptions;
  readonly clock: Clock;
  /** ms since 1970. */
  readonly now: number;
};

/**
 * What a live block shows, as nodes of the document: rendered while it follows the log, kept when it
 * is frozen, and put in its place when somebody takes it over as text. Pure: equal evidence gives
 * equal content.
 */
export function blockContent(
  kind: LiveBlockKind,
  evidence: EvidenceViewT,
  given: {
    readonly now: number;
    readonly options?: BlockOptions | null;
    readonly clock?: Clock;
  },
): readonly Content[] {
  const { now, options, clock = UTC } = given;
  return MAKERS[kind]({ evidence, options: options ?? {}, clock, now });
}

/** Asks for what nobody said. A prompt is never exported. */
const ask = (words: string): Content => ({ type: 'prompt', content: [text(words)] });

const strong = (value: string): Content => text(value, { type: 'bold' });

const MAKERS: Readonly<Record<LiveBlockKind, (making: Making) => readonly Content[]>> = {
  summary: summaryContent,
  people: peopleContent,
  keyTimes: keyTimesContent,
  measures: measuresContent,
  impact: impactContent,
  timeline: timelineContent,
  decisions: decisionsContent,
  hypotheses: hypothesesContent,
  actions: ({ evidence, clock }) => actionsContent(evidence, clock),
  followUps: ({ evidence, clock }) => followUpsContent(evidence, clock),
  updates: updatesContent,
};

function summaryContent({ evidence, clock }: Making): readonly Content[] {
  const { incident } = evidence;
  const head = `${incident.code} ${incident.name}`;
  const began = incident.keyTimes.began?.at ?? null;
  const from = began ?? incident.declaredAt;
  const lasted =
    incident.endedAt === null
      ? `is ${statusName(incident.status).toLowerCase()}`
      : `lasted ${lengthOf(incident.endedAt - from)}`;
  const since = `${began === null ? 'declared' : 'from'} ${clock.timeOf(from)}`;
  const facts = `: ${severityName(incident.severity)}, ${since}, ${lasted}.`;
  const { summary } = incident;
  return [
    paragraph(strong(head), text(facts)),
    summary === '' ? ask('Say in two sentences what happened.') : written(summary),
  ];
}

function peopleContent({ evidence }: Making): readonly Content[] {
  const { roles, participants } = evidence.incident;
  const held = roles.filter(({ person }) => person !== null);
  const withRole = new Set(held.map(({ person }) => person?.ref));
  const others = participants.filter(({ ref }) => !withRole.has(ref)).map(({ name }) => name);
  const rows = held.map(({ name, person }) => [
    paragraph(strong(`${name}: `), text(person?.name ?? '')),
  ]);
  const rest = others.length === 0 ? [] : [[paragraph(strong('Took part: '), text(list(others)))]];
  const all = [...rows, ...rest];
  return all.length === 0 ? [ask('Say who took part.')] : [bulletList(all)];
}

function keyTimesContent({ evidence, clock }: Making): readonly Content[] {
  const { keyTimes, status } = evidence.incident;
  const rows = KEY_TIMES.flatMap((key) => {
    const time = keyTimes[key];
    return time == null ? [] : [[line(keyTimeName(key)), line(clock.timeOf(time.at))]];
  });
  const missing = KEY_TIMES.filter(
    (key) => keyTimes[key] == null && (key !== 'closed' || status === 'closed'),
  ).map(keyTimeName);
  return [
    ...(rows.length === 0 ? [] : [table([[line('What'), line('When')], ...rows])]),
    ...(missing.length === 0 ? [] : [ask(`Set when: ${list(missing)}.`)]),
  ];
}

function measuresContent({ evidence, now }: Making): readonly Content[] {
  const { spans, punctuality, statuses } = measuresOf(evidence, now);
  const known = spans.filter(({ ms }) => ms !== null);
  const rows = [
    ...known.map(({ name, from, to, ms }) => [
      line(name),
      line(lengthOf(ms ?? 0)),
      line(`${keyTimeName(from)} to ${keyTimeName(to).toLowerCase()}`),
    ]),
    ...statuses.map(({ status, ms }) => [
      line(`In ${statusName(status)}`),
      line(lengthOf(ms)),
      line(''),
    ]),
    ...punctuality.map(({ audience, sent, promised, inTime, worstMs }) => [
      line(audience === 'external' ? 'External updates' : 'Internal updates'),
      line(promised === 0 ? `${sent} sent` : `${inTime} of ${promised} in time`),
      line(worstMs === 0 ? `${sent} sent` : `${sent} sent, latest ${lengthOf(worstMs)} late`),
    ]),
  ];
  const missing = [...new Set(spans.flatMap((span) => span.missing))];
  const head = [line('Measure'), line('Took'), line('From')];
  return [
    ...(rows.length === 0 ? [] : [table([head, ...rows])]),
    ...(missing.length === 0 ? [] : [ask(`To measure the rest, set: ${list(missing)}.`)]),
  ];
}

function impactContent({ evidence }: Making): readonly Content[] {
  const { impact, situation } = evidence.incident;
  const parts = [
    ...(situation.symptoms === '' ? [] : [labelled('Symptoms', situation.symptoms)]),
    ...(situation.scope === '' ? [] : [labelled('Scope', situation.scope)]),
  ];
  return [
    impact === '' ? ask('Write the impact in numbers: who, how many, how long.') : written(impact),
    ...parts,
  ];
}

function labelled(label: string, value: string): Content {
  const { content = [] } = written(value);
  return paragraph(strong(`${label}: `), ...content);
}

function timelineContent({ evidence, clock, options }: Making): readonly Content[] {
  const story = storyOf(evidence, clock, { marked: options.marked === true });
  if (story.length === 0) return [ask('Take over messages and write notes: they stand here.')];
  const head = rowOf([[line('When')], [line('What')], [line('Who')]], true);
  const shown = story.slice(0, ROWS_MAX);
  const rows = shown.map((told, index) => {
    const before = shown[index - 1];
    // The day stands where it begins; each line has its time and zone.
    const isSameDay = before !== undefined && clock.dayOf(before.at) === clock.dayOf(told.at);
    const when = isSameDay ? clock.hourOf(told.at) : clock.timeOf(told.at);
    return rowOf([[line(when)], storyCell(told), [line(told.by)]], false);
  });
  const left = Math.max(0, story.length - ROWS_MAX) + evidence.left;
  return [
    { type: 'table', content: [head, ...rows] },
    ...(left === 0 ? [] : [line(`${left} more lines are in the incident’s timeline.`)]),
  ];
}

const rowOf = (cells: readonly (readonly Content[])[], isHead: boolean): Content => ({
  type: 'tableRow',
  content: cells.map((content) => ({
    type: isHead ? 'tableHeader' : 'tableCell',
    content: [...content],
  })),
});

function storyCell({ mark, text: said, images }: StoryLine): readonly Content[] {
  const { content = [] } = written(said);
  const words = mark === '' ? paragraph(...content) : paragraph(strong(`${mark}: `), ...content);
  return [
    words,
    ...images.map(({ id, name }) => ({ type: 'image', attrs: { src: `file:${id}`, alt: name } })),
  ];
}

function decisionsContent({ evidence, clock }: Making): readonly Content[] {
  const { decisions } = evidence;
  if (decisions.length === 0) return [ask('Nobody wrote down a decision. Which ones mattered?')];
  return decisions.slice(0, ROWS_MAX).flatMap((decision) => {
    const { question, choice, options, reason, expected, outcome, addedAt, by } = decision;
    const facts = [
      choice === '' || choice === question ? [] : [`Chosen: ${choice}`],
      options.length === 0 ? [] : [`Looked at: ${options.join(' / ')}`],
      reason === '' ? [] : [`Because: ${reason}`],
      expected === '' ? [] : [`Expected: ${expected}`],
      outcome === null ? [] : [`Did it work: ${outcome}`],
    ].flat();
    const known = knownThen(evidence, addedAt);
    const items = [
      ...facts.map((fact) => [written(fact)]),
      ...(known.length === 0
        ? []
        : [[paragraph(strong('Known then')), bulletList(known.map((fact) => [written(fact)]))]]),
    ];
    return [
      paragraph(strong(question), text(` (${clock.timeOf(addedAt)}, ${by.name})`)),
      ...(items.length === 0 ? [] : [bulletList(items)]),
    ];
  });
}

const HYPOTHESIS_STATES: Readonly<Record<string, string>> = {
  open: 'Open',
  confirmed: 'Confirmed',
  'ruled-out': 'Ruled out',
};

function hypothesesContent({ evidence }: Making): readonly Content[] {
  const { hypotheses } = evidence;
  if (hypotheses.length === 0) return [ask('What did people suspect, and what ruled it out?')];
  return [
    bulletList(
      hypotheses.slice(0, ROWS_MAX).map(({ text: said, state, evidence: why }) => {
        const { content = [] } = written(`${said}${why === '' ? '' : `\n${why}`}`);
        return [paragraph(strong(`${HYPOTHESIS_STATES[state] ?? state}: `), ...content)];
      }),
    ),
  ];
}

function updatesContent({ evidence, clock, options }: Making): readonly Content[] {
  const { audience } = options;
  const sent = evidence.updates.filter(
    (one) => audience === undefined || one.audience === audience,
  );
  if (sent.length === 0) return [ask('No updates were written.')];
  return [
    bulletList(
      sent.slice(-ROWS_MAX).map((update) => {
        const kind = update.audience === 'external' ? 'external' : 'internal';
        const parts = [update.conditions, update.actions, update.needs].filter(Boolean);
        const said = parts.length === 0 ? 'No news.' : parts.join('\n');
        const { content = [] } = written(said);
        return [paragraph(strong(`${clock.timeOf(update.addedAt)}, ${kind}: `), ...content)];
      }),
    ),
  ];
}

/** `45 min`, `2 h 05 min`, `3 d 4 h`: how long something took, for a sentence. */
export function lengthOf(ms: number): string {
  if (ms < MINUTE) return 'under a minute';
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}

const words = new Intl.ListFormat('en', { type: 'conjunction' });
const list = (items: readonly string[]): string => words.format(items);
