import type { IncidentId } from '#shared/base/ids.ts';
import type { SearchHitT } from '#shared/contract/search-view.ts';
import type { DeskViewT, IncidentRowT } from '#shared/contract/views.ts';
import { foldWord } from '#shared/domain/search-words.ts';

/** A command as the palette offers it. */
export type Offer = {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
};

/** One row: what it is, and how it is told from all others. */
export type PaletteItem =
  | { readonly kind: 'command'; readonly key: string; readonly offer: Offer }
  | { readonly kind: 'incident'; readonly key: string; readonly row: IncidentRowT }
  | { readonly kind: 'hit'; readonly key: string; readonly hit: SearchHitT };

/** So many of each before anything was typed leave room for the rest. */
const COMMANDS_MAX = 8;
const INCIDENTS_MAX = 8;

/** All rows for what was typed: commands, incidents by name, then what was found in them. */
export function paletteItems(
  typed: string,
  offers: readonly Offer[],
  desk: DeskViewT | null,
  hits: readonly SearchHitT[],
): readonly PaletteItem[] {
  const words = typed
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(foldWord);
  const rows = desk === null ? [] : [...desk.active, ...desk.after, ...desk.recent];
  const commands = offers.filter(({ label }) => holdsAll(label, words));
  const incidents = rows.filter(({ code, name }) => holdsAll(`${code} ${name}`, words));
  const listed = incidents.slice(0, INCIDENTS_MAX);
  const shown = new Set<IncidentId>(listed.map(({ id }) => id));
  return [
    ...commands
      .slice(0, words.length === 0 ? undefined : COMMANDS_MAX)
      .map((offer) => ({ kind: 'command', key: offer.name, offer }) as const),
    ...listed.map((row) => ({ kind: 'incident', key: row.id, row }) as const),
    ...hits
      .filter(({ kind, incident }) => kind !== 'incident' || !shown.has(incident))
      .map((hit) => ({ kind: 'hit', key: `${hit.incident} ${hit.kind} ${hit.id}`, hit }) as const),
  ];
}

/** Whether each word begins a word of the text. */
function holdsAll(text: string, words: readonly string[]): boolean {
  const parts = text.split(/[\s:-]+/).map(foldWord);
  return words.every((word) => parts.some((part) => part.startsWith(word)));
}

const KINDS: Readonly<Record<string, string>> = {
  incident: 'Incident',
  entry: 'Note',
  message: 'In Slack',
  action: 'Action',
  update: 'Update',
  decision: 'Decision',
  hypothesis: 'Hypothesis',
  follow_up: 'Follow-up',
  handover: 'Hand-over',
  role: 'Role',
  link: 'Link',
  post_mortem: 'Post-mortem',
};

/** What was found, in a word. */
export const hitKind = (kind: string): string =>
  Object.hasOwn(KINDS, kind) ? (KINDS[kind] ?? kind) : 'Entry';
