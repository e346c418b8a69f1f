import type { PersonRef } from './person.ts';
import { severityName } from './severity.ts';
import { fromTo, type Words } from './words.ts';

/** Longest symptoms, scope, and what to watch: a few lines each, read at a glance. */
export const SITUATION_MAX = 1_000;
/** Longest reason for a status. */
export const STATUS_REASON_MAX = 500;

/** Where it is going. */
export const TRENDS = ['escalating', 'flapping', 'static', 'easing'] as const;
export type Trend = (typeof TRENDS)[number];

const TREND_NAMES: Readonly<Record<string, string>> = {
  escalating: 'Escalating',
  flapping: 'Flapping',
  static: 'Static',
  easing: 'Easing',
};

/** The name of a trend; one that a newer Quarterdeck knows is shown as it came. */
export function trendName(trend: string): string {
  return Object.hasOwn(TREND_NAMES, trend) ? (TREND_NAMES[trend] ?? trend) : trend;
}

/** What the size-up asks for. Since when it lasts is the key time `began`. */
export const SITUATION_FIELDS = ['symptoms', 'scope', 'trend'] as const;
export type SituationField = (typeof SITUATION_FIELDS)[number];

const FIELD_NAMES: Readonly<Record<SituationField, string>> = {
  symptoms: 'Symptoms',
  scope: 'Scope',
  trend: 'Trend',
};

/** How far the review is. */
export const REVIEW_STATES = ['draft', 'in-review', 'reviewed', 'closed'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** Whether people have been through it: nothing more is asked of its owner. */
export const isReviewed = (state: string | null): boolean =>
  state === 'reviewed' || state === 'closed';

const REVIEW_NAMES: Readonly<Record<string, string>> = {
  draft: 'in draft',
  'in-review': 'in review',
  reviewed: 'reviewed',
  closed: 'closed',
};

/** What an op did to how the incident stands and how it is run. */
export type SituationChange =
  /** Empty text, or a null trend, takes it back. */
  | { readonly kind: 'situation'; readonly field: SituationField; readonly to: string | null }
  /** Why it has the status that was set with it. */
  | { readonly kind: 'status-reason'; readonly to: string }
  | {
      readonly kind: 'soak';
      readonly until: number | null;
      readonly watchFor: string | null;
      readonly watcher: PersonRef | null;
    }
  /** Minutes between updates of a long incident; null: the usual ones again. */
  | { readonly kind: 'pace'; readonly every: number | null }
  | { readonly kind: 'severity-confirmed'; readonly severity: string }
  | {
      readonly kind: 'review-owner';
      readonly from: PersonRef | null;
      readonly to: PersonRef | null;
    }
  | { readonly kind: 'review-by'; readonly to: number | null }
  | { readonly kind: 'review-state'; readonly to: string | null };

export const situationWords: Words<SituationChange> = {
  situation: {
    glyph: '✎',
    say: ({ field, to }) => {
      if (to === null) return `${FIELD_NAMES[field]} taken back`;
      return `${FIELD_NAMES[field]}: ${field === 'trend' ? trendName(to) : to}`;
    },
  },
  'status-reason': { glyph: '●', say: ({ to }) => `Because: ${to}` },
  soak: {
    glyph: '◷',
    people: ({ watcher }) => [watcher],
    say: ({ until, watchFor, watcher }, { nameOf, timeOf }) => {
      if (until === null) return 'No longer watched for a set time';
      const who = watcher === null ? '' : ` (${nameOf(watcher)})`;
      return `Watching until ${timeOf(until)}${watchFor === null ? '' : `: ${watchFor}`}${who}`;
    },
  },
  pace: {
    glyph: '◷',
    say: ({ every }) =>
      every === null
        ? 'Updates come at the usual pace again'
        : `Long incident: an update every ${spell(every)} from now on`,
  },
  'severity-confirmed': {
    glyph: '▪',
    say: ({ severity }) => `Severity confirmed: ${severityName(severity)}`,
  },
  'review-owner': {
    glyph: '◉',
    people: ({ from, to }) => [from, to],
    say: ({ from, to }, { nameOf }) =>
      to === null
        ? 'Nobody owns the post-mortem'
        : fromTo('Post-mortem', from === null ? null : nameOf(from), nameOf(to)),
  },
  'review-by': {
    glyph: '◷',
    say: ({ to }, { timeOf }) =>
      to === null ? 'Post-mortem no longer due' : `Post-mortem due ${timeOf(to)}`,
  },
  'review-state': {
    glyph: '◉',
    say: ({ to }) =>
      to === null ? 'Post-mortem not begun' : `Post-mortem ${REVIEW_NAMES[to] ?? to}`,
  },
};

/** `hour`, `2 hours`, `45 min`. */
function spell(minutes: number): string {
  if (minutes % 60 !== 0) return `${minutes} min`;
  return minutes === 60 ? 'hour' : `${minutes / 60} hours`;
}
