import type { Audience, UpdateForm } from './update.ts';

/** The messages of an incident's life. Each has one shape, so that nobody starts from nothing. */
export const UPDATE_TEMPLATES = [
  'first-notice',
  'scope',
  'can',
  'no-news',
  'recovery',
  'resolved',
] as const;
export type UpdateTemplate = (typeof UPDATE_TEMPLATES)[number];

/** What a draft is made from. Texts are empty and times null where nothing is known. */
export type DraftState = {
  readonly audience: Audience;
  readonly name: string;
  readonly status: string;
  readonly symptoms: string;
  readonly scope: string;
  readonly impact: string;
  /** In words, or null. */
  readonly trend: string | null;
  readonly lead: string | null;
  /** Times are in the reader's words: `02:05 UTC`. */
  readonly began: string | null;
  readonly stopped: string | null;
  readonly resolved: string | null;
  readonly soakUntil: string | null;
  readonly watchFor: string;
  readonly review: { readonly owner: string | null; readonly by: string | null };
  /** What is being done now. */
  readonly actions: readonly {
    readonly text: string;
    readonly owner: string | null;
    readonly due: string | null;
  }[];
  /** What was decided since the last update: the choice, else the question. */
  readonly decisions: readonly string[];
  readonly ruledOut: readonly string[];
  /** What is for later, and everybody who took part. */
  readonly followUps: readonly { readonly text: string; readonly owner: string | null }[];
  readonly people: readonly string[];
  /** How many updates this audience had: 0, 1, or more. */
  readonly told: number;
  /** Severity, impact or scope were written since the last update. */
  readonly impactChanged: boolean;
};

export type DraftText = {
  readonly template: UpdateTemplate;
  readonly form: UpdateForm;
  readonly conditions: string;
  readonly actions: string;
  readonly needs: string;
  /** What the message asks for and nobody has written yet. */
  readonly gaps: readonly ('symptoms' | 'scope' | 'impact' | 'began' | 'review')[];
};

/** The message that the moment asks for. */
export function templateFor({ audience, status, told }: DraftState): UpdateTemplate {
  if (status === 'resolved' || status === 'closed') return 'resolved';
  if (status === 'monitoring') return 'recovery';
  if (audience === 'internal') return 'can';
  return told === 0 ? 'first-notice' : 'scope';
}

/** What can be written from what is known. Nothing is guessed: what is not known is left out. */
export function draftText(state: DraftState, template: UpdateTemplate): DraftText {
  const made = DRAFTS[template](state);
  const gaps = GAPS[template].filter((gap) => isMissing(state, gap));
  const form = template === 'no-news' ? 'no-news' : 'full';
  return { template, form, actions: '', needs: '', ...made, gaps };
}

type Draft = Pick<DraftText, 'conditions'> & Partial<Pick<DraftText, 'actions' | 'needs'>>;

const DRAFTS: Readonly<Record<UpdateTemplate, (state: DraftState) => Draft>> = {
  'first-notice': (state) => ({
    conditions: `We are looking into this: ${sentenceOf(state.symptoms || state.name)} Scope is not known yet.`,
  }),
  scope: (state) => ({
    conditions: joined([
      state.symptoms || state.name,
      state.scope,
      state.impact,
      state.began === null ? '' : `Since ${state.began}`,
    ]),
    actions: doing(state),
  }),
  can: (state) => ({
    conditions: joined([
      state.symptoms || state.name,
      state.scope,
      state.impact,
      state.trend === null ? '' : `Trend: ${state.trend.toLowerCase()}`,
    ]),
    actions: doing(state),
    needs: needs(state),
  }),
  'no-news': (state) => ({
    conditions: joined([
      STILL[state.status] ?? '',
      state.ruledOut.length === 0 || state.audience === 'external'
        ? ''
        : `Ruled out: ${state.ruledOut.join('; ')}`,
      state.impactChanged ? '' : 'No change in impact',
    ]),
  }),
  recovery: (state) => ({
    conditions: joined([
      state.stopped === null
        ? ''
        : `It stopped at ${state.stopped}: ${state.symptoms || state.name}`,
      state.soakUntil === null ? '' : `Watching until ${state.soakUntil}`,
      state.audience === 'internal' ? state.watchFor : '',
    ]),
  }),
  resolved: (state) => ({
    conditions: joined([
      state.resolved === null ? 'Resolved' : `Resolved at ${state.resolved}`,
      state.impact,
      state.began === null || state.resolved === null
        ? ''
        : `It lasted from ${state.began} to ${state.resolved}`,
      review(state),
      thanks(state),
    ]),
    ...later(state),
  }),
};

const GAPS: Readonly<Record<UpdateTemplate, DraftText['gaps']>> = {
  'first-notice': ['symptoms'],
  scope: ['symptoms', 'scope', 'began'],
  can: ['symptoms', 'impact'],
  'no-news': [],
  recovery: ['symptoms'],
  resolved: ['impact', 'began', 'review'],
};

function isMissing(state: DraftState, gap: DraftText['gaps'][number]): boolean {
  switch (gap) {
    case 'began':
      return state.began === null;
    case 'review':
      return state.review.owner === null || state.review.by === null;
    default:
      return state[gap] === '';
  }
}

const STILL: Readonly<Record<string, string>> = {
  triage: 'Still finding out what is wrong',
  investigating: 'Still looking for the cause',
  fixing: 'Still working on a fix',
  monitoring: 'Still watching that it holds',
};

const WE: Readonly<Record<string, string>> = {
  triage: 'We are finding out what is wrong.',
  investigating: 'We are looking for the cause.',
  fixing: 'We are working on a fix.',
};

/** What is done now and was decided. People outside read neither names nor how things are built. */
function doing({ audience, status, actions, decisions }: DraftState): string {
  if (audience === 'external') return WE[status] ?? '';
  const lines = actions.map(({ text, owner, due }) => {
    const who = owner !== null ? `${owner}: ` : '';
    return `${who}${text}${due === null ? '' : ` (until ${due})`}`;
  });
  const decided = decisions.map((choice) => `Decided: ${choice}`);
  return [...lines, ...decided].join('\n');
}

function needs({ lead, actions }: DraftState): string {
  const unowned = actions.filter(({ owner }) => owner === null).map(({ text }) => text);
  return [lead === null ? 'A lead' : '', ...unowned.map((text) => `An owner for: ${text}`)]
    .filter((line) => line !== '')
    .join('\n');
}

/** Whoever reads it inside learns where what is left will be taken up. */
function later({ audience, followUps, review: { owner } }: DraftState): Partial<Draft> {
  if (audience === 'external') return {};
  const lines = followUps.map(
    ({ text, owner: who }) => `Later: ${text}${who === null ? '' : ` (${who})`}`,
  );
  return {
    actions: lines.join('\n'),
    needs: owner === null ? 'Somebody to write the post-mortem' : '',
  };
}

const thanks = ({ audience, people }: DraftState) =>
  audience === 'external' || people.length === 0 ? '' : `Thank you, ${people.join(', ')}`;

function review({ audience, review: { owner, by } }: DraftState): string {
  if (by === null) return '';
  const who = audience === 'internal' && owner !== null ? `, owner ${owner}` : '';
  return `Post-mortem by ${by}${who}`;
}

const joined = (parts: readonly string[]) =>
  parts
    .filter((part) => part.trim() !== '')
    .map(sentenceOf)
    .join(' ');

/** Ends as a sentence does, whoever wrote it. */
function sentenceOf(text: string): string {
  const trimmed = text.trim();
  return /[.!?…:]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}
