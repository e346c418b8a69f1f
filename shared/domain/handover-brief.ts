import { cutText } from '../base/cut-text.ts';
import { BRIEF_MAX } from './handover.ts';

/** What a brief is made from, in the words of whoever reads it. Times are as in `02:05 UTC`. */
export type BriefState = {
  readonly code: string;
  readonly name: string;
  readonly severity: string;
  readonly status: string;
  /** How long it has had this status: `42 min`. */
  readonly statusAge: string;
  readonly symptoms: string;
  readonly scope: string;
  readonly impact: string;
  readonly trend: string | null;
  readonly soak: string | null;
  readonly hypotheses: {
    readonly open: readonly string[];
    readonly confirmed: readonly string[];
    readonly ruledOut: readonly string[];
  };
  readonly actions: readonly {
    readonly text: string;
    readonly owner: string | null;
    readonly due: string | null;
  }[];
  /** The latest few: what was chosen, else what is asked. */
  readonly decisions: readonly string[];
  readonly updates: readonly {
    readonly audience: 'internal' | 'external';
    /** Null while there was none. */
    readonly last: { readonly at: string; readonly text: string } | null;
    readonly nextDue: string | null;
  }[];
  readonly channel: string | null;
  readonly links: readonly string[];
  readonly people: readonly string[];
  /** What whoever goes is worried about, in their words. */
  readonly worry: string;
};

/** One part of a brief: a heading and its lines. */
export type BriefSection = { readonly heading: string; readonly lines: readonly string[] };

/** The parts of a brief in the order in which a receiver asks. What nobody knows is said so. */
export function briefSections(state: BriefState): readonly BriefSection[] {
  const { hypotheses } = state;
  return [
    { heading: 'Status', lines: statusLines(state) },
    {
      heading: 'Live hypotheses',
      lines: orNone([
        ...hypotheses.confirmed.map((text) => `Confirmed: ${text}`),
        ...hypotheses.open,
      ]),
    },
    { heading: 'Ruled out', lines: orNone(hypotheses.ruledOut) },
    { heading: 'Open actions', lines: orNone(state.actions.map(actionLine)) },
    { heading: 'Decisions', lines: orNone(state.decisions) },
    { heading: 'Updates', lines: state.updates.map(updateLine) },
    { heading: 'Where', lines: orNone([state.channel ?? '', ...state.links].filter(isSaid)) },
    { heading: 'People', lines: orNone([state.people.join(', ')].filter(isSaid)) },
    { heading: 'Worried about', lines: orNone([state.worry].filter(isSaid)) },
  ];
}

/** The brief as one text, cut where it would be too long to travel. */
export function briefText(sections: readonly BriefSection[]): string {
  const text = sections
    .filter(({ lines }) => lines[0] !== NONE)
    .map(({ heading, lines }) => `${heading}: ${lines.join(' · ')}`)
    .join('\n');
  return cutText(text, BRIEF_MAX);
}

const NONE = 'None';
const isSaid = (line: string) => line.trim() !== '';
const orNone = (lines: readonly string[]) => (lines.length === 0 ? [NONE] : lines);

function statusLines(state: BriefState): readonly string[] {
  const { code, name, severity, status, statusAge, trend, soak } = state;
  const head = `${code} ${name}: ${severity}, ${status} for ${statusAge}`;
  const facts = [
    state.symptoms,
    state.scope === '' ? '' : `Scope: ${state.scope}`,
    state.impact === '' ? '' : `Impact: ${state.impact}`,
    trend === null ? '' : `Trend: ${trend.toLowerCase()}`,
    soak === null ? '' : `Watching until ${soak}`,
  ];
  return [head, ...facts].filter(isSaid);
}

function actionLine({ text, owner, due }: BriefState['actions'][number]): string {
  return `${owner ?? 'Nobody'}: ${text}${due === null ? '' : ` (until ${due})`}`;
}

function updateLine({ audience, last, nextDue }: BriefState['updates'][number]): string {
  const name = audience === 'external' ? 'External' : 'Internal';
  const said = last === null ? 'none yet' : `${last.at}, “${last.text}”`;
  return `${name}: ${said}; ${nextDue === null ? 'none due' : `next due ${nextDue}`}`;
}
