/** What a live block can show: what the log says now, until it is frozen. */
export const LIVE_BLOCK_KINDS = [
  'summary',
  'people',
  'keyTimes',
  'measures',
  'impact',
  'timeline',
  'decisions',
  'hypotheses',
  'actions',
  'followUps',
  'updates',
] as const;
export type LiveBlockKind = (typeof LIVE_BLOCK_KINDS)[number];

const NAMES: Readonly<Record<LiveBlockKind, string>> = {
  summary: 'Summary',
  people: 'People and roles',
  keyTimes: 'Key times',
  measures: 'Measures',
  impact: 'Impact',
  timeline: 'Timeline',
  decisions: 'Decisions',
  hypotheses: 'Hypotheses',
  actions: 'Actions',
  followUps: 'Follow-ups',
  updates: 'Updates',
};

export const liveBlockName = (kind: LiveBlockKind): string => NAMES[kind];

export const isLiveBlockKind = (kind: unknown): kind is LiveBlockKind =>
  LIVE_BLOCK_KINDS.some((known) => known === kind);
